// The one script of newcomer pages. Everything works without it.

// Leaving quickly must also take this page out of the browser's history.
document.addEventListener('click', (click) => {
  const leave = click.target.closest?.('a.leave')
  if (!leave || click.ctrlKey || click.metaKey || click.shiftKey) return
  click.preventDefault()
  location.replace(leave.href)
})

reveal('[data-print]', () => window.print())
if (navigator.share) {
  reveal('[data-share]', () => {
    const { title } = document
    // Rejected when the reader changes their mind.
    navigator.share({ title, url: location.href }).catch(() => {})
  })
}

/** Buttons that need a script arrive hidden. */
function reveal(selector, act) {
  for (const button of document.querySelectorAll(selector)) {
    button.hidden = false
    button.addEventListener('click', act)
  }
}
