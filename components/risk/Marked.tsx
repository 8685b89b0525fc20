import { Fragment } from 'react'

/** A text with the words marked that gave it away. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const known = [...words].filter(Boolean).sort((a, b) => b.length - a.length)
  if (known.length === 0) return text
  const pattern = new RegExp(`(${known.map(literally).join('|')})`, 'gu')
  return text.split(pattern).map((part, index) => {
    const key = `${index} ${part}`
    return index % 2 === 1 ? <mark key={key}>{part}</mark> : <Fragment key={key}>{part}</Fragment>
  })
}

function literally(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
