'use client'

import { useEffect } from 'react'

/** What a key does at the desk: press a button of the page, or go to a field of it. */
const KEYS: Record<string, { press?: string; focus?: string }> = {
  j: { press: 'button[name="deed"][value="next"]' },
  k: { press: 'a[rel="prev"]' },
  a: { press: 'button[name="action"][value="approve"]' },
  e: { focus: 'select[name="reason"]' },
  z: { press: 'button[name="deed"][value="undo"]' },
}

/**
 * Lets the desk be worked by keys. Each does what a button or field of the page does too. From here
 * on the page tells of them: `html[data-keys]`.
 */
export function DeskKeys() {
  useEffect(() => {
    const page = document.documentElement
    document.addEventListener('keydown', onKey)
    page.dataset.keys = 'on'
    return () => {
      document.removeEventListener('keydown', onKey)
      delete page.dataset.keys
    }
  }, [])
  return null
}

function onKey(event: KeyboardEvent) {
  const { key, target, ctrlKey, metaKey, altKey, repeat } = event
  if (ctrlKey || metaKey || altKey || repeat || isField(target)) return
  const deed = KEYS[latin(key.toLowerCase())]
  const part = document.querySelector<HTMLElement>(deed?.press ?? deed?.focus ?? ':not(*)')
  if (!part) return
  event.preventDefault()
  if (deed?.focus) part.focus()
  else part.click()
}

/** The key of a Russian or Kazakh layout that lies in the same place. */
function latin(key: string): string {
  return { о: 'j', л: 'k', ф: 'a', у: 'e', я: 'z' }[key] ?? key
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea')
}
