// Lets the desk be worked by keys, from the first moment of a page. Each does what a button or a field
// of the page does too. That they work the page learns from `html[data-keys]`.

/** What a key does: press something, or go to a field. */
const KEYS = {
  j: { press: 'button[name="deed"][value="next"]' },
  k: { press: 'a[rel="prev"]' },
  a: { press: 'button[name="action"][value="approve"]' },
  e: { focus: 'select[name="reason"]' },
  z: { press: 'button[name="deed"][value="undo"]' },
}

/** The keys of a Russian or Kazakh layout that lie in the same places. */
const LATIN = { о: 'j', л: 'k', ф: 'a', у: 'e', я: 'z' }

document.documentElement.dataset.keys = 'on'
document.addEventListener('keydown', (event) => {
  const { target, ctrlKey, metaKey, altKey, repeat } = event
  if (ctrlKey || metaKey || altKey || repeat || isField(target)) return
  const key = event.key.toLowerCase()
  const { press, focus } = KEYS[LATIN[key] ?? key] ?? {}
  const part = document.querySelector(press ?? focus ?? ':not(*)')
  if (!part) return
  event.preventDefault()
  if (focus) part.focus()
  else part.click()
})

function isField(target) {
  return target instanceof HTMLElement && target.matches('input, select, textarea')
}
