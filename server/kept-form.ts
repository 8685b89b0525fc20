import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'

/**
 * A form with everything that was sent, to be sent again with one button: what a reader gets when
 * the page of the form itself cannot be made. It goes to the path it came from.
 */
export function keptForm(
  locale: Locale,
  path: string,
  fields: readonly [name: string, value: string][],
): string {
  if (fields.length === 0) return ''
  const t = translator(locale)
  const inputs = fields.map(
    ([name, value]) => `<input type="hidden" name="${safe(name)}" value="${safe(value)}">`,
  )
  return [
    `<form method="post" action="${safe(path)}" enctype="multipart/form-data">`,
    `<p>${safe(t('errors.page.kept'))}</p>`,
    ...inputs,
    `<p><button type="submit" class="btn">${safe(t('errors.page.sendAgain'))}</button></p></form>`,
  ].join('')
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser drops the first line break of some elements and evens out the rest; as numbers they stay.
  '\n': '&#10;',
  '\r': '&#13;',
}

function safe(text: string): string {
  return text.replace(/[&<>"\n\r]/g, (character) => ENTITIES[character] ?? '')
}
