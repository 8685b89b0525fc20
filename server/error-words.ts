import type { MessageKey } from '@/lib/i18n/translator'

/** The statuses that have a page of their own, and its words. */
export const ERROR_WORDS = {
  400: { title: 'errors.page.malformed.title', text: 'errors.page.malformed.text' },
  403: { title: 'errors.page.refused.title', text: 'errors.page.refused.text' },
  404: { title: 'errors.page.missing.title', text: 'errors.page.missing.text' },
  405: { title: 'errors.page.wrongMethod.title', text: 'errors.page.wrongMethod.text' },
  410: { title: 'errors.page.gone.title', text: 'errors.page.gone.text' },
  413: { title: 'errors.page.tooLarge.title', text: 'errors.page.tooLarge.text' },
  429: { title: 'errors.page.tooMany.title', text: 'errors.page.tooMany.text' },
  500: { title: 'errors.page.broken.title', text: 'errors.page.broken.text' },
  503: { title: 'errors.page.resting.title', text: 'errors.page.resting.text' },
} as const satisfies Record<number, { title: MessageKey; text: MessageKey }>

export type ErrorStatus = keyof typeof ERROR_WORDS

export const ERROR_STATUSES = Object.keys(ERROR_WORDS).map(Number) as ErrorStatus[]

/** Stands in the page where each answer of its own writes the reference of the log line. */
export const REFERENCE_SLOT = '0REFERENCE0'

/** Stands in the page of a 503 where a form that was sent is kept. */
export const KEPT_SLOT = '0KEPT0'

/** The page for a status: its own, else that of its class. */
export function errorPageFor(status: number): ErrorStatus {
  return ERROR_STATUSES.find((known) => known === status) ?? (status >= 500 ? 500 : 400)
}
