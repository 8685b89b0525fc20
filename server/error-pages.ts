import { randomBytes } from 'node:crypto'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { type SlimPage, slim } from './diet'
import {
  ERROR_STATUSES,
  ERROR_WORDS,
  type ErrorStatus,
  errorPageFor,
  KEPT_SLOT,
  REFERENCE_SLOT,
} from './error-words'
import type { Stylesheets } from './stylesheets'

/** Marks our own request for an error page; nobody else can ask for one. */
export const PASS_HEADER = 'x-qadam-error-page'

export type ErrorPages = {
  /** What a request for an error page must carry in `PASS_HEADER`. */
  pass: string
  /** Fetches every page once, so that none is needed from a house on fire. */
  warm(): Promise<void>
  /** The complete page for a status in a language, `kept` in its place. Never fails: in need it is the built-in one. */
  page(status: number, locale: Locale, reference?: string, kept?: string): Promise<SlimPage>
}

/**
 * The error pages of a server: rendered by Next at `/{locale}/errors/{status}`, asked for at
 * `address` and, in production, kept in memory.
 */
export function createErrorPages(
  address: () => string,
  stylesheets: Stylesheets,
  keep: boolean,
): ErrorPages {
  const pass = randomBytes(32).toString('base64url')
  const kept = new Map<string, SlimPage>()

  async function fetched(status: ErrorStatus, locale: Locale): Promise<SlimPage> {
    const path = `/${locale}/errors/${status}`
    const known = kept.get(path)
    if (known) return known
    const answer = await fetch(address() + path, {
      headers: { [PASS_HEADER]: pass },
      signal: AbortSignal.timeout(20_000),
    })
    const page = slim(await answer.text(), stylesheets)
    if (!answer.ok || !page.complete) throw new Error(`The error page ${path} is not complete.`)
    if (keep) kept.set(path, page)
    return page
  }

  return {
    pass,
    async warm() {
      for (const locale of LOCALES) {
        await Promise.all(ERROR_STATUSES.map((status) => fetched(status, locale)))
      }
    },
    async page(status, locale, reference = '', kept = '') {
      const words = errorPageFor(status)
      const page = await fetched(words, locale).catch((error: unknown) => {
        console.error(error)
        return { html: builtInPage(words), styleHashes: [], complete: true }
      })
      const html = page.html.replaceAll(REFERENCE_SLOT, reference)
      // By a function: in a text `$&` would mean something.
      return { ...page, html: html.replace(KEPT_SLOT, () => kept) }
    },
  }
}

/** A page that needs neither Next nor styles nor a known reader: its words in three languages. */
export function builtInPage(status: ErrorStatus): string {
  const { title, text } = ERROR_WORDS[status]
  const parts = LOCALES.map((locale, place) => {
    const t = translator(locale)
    const reference =
      status === 500 ? `<p>${t('errors.page.reference', { reference: REFERENCE_SLOT })}` : ''
    const kept = status === 503 && place === 0 ? `<div>${KEPT_SLOT}</div>` : ''
    return `<section lang="${locale}"><h2>${t(title)}</h2><p>${t(text)}${reference}${kept}<p><a href="/${locale}">${t('errors.page.home')}</a></section>`
  })
  return `<!DOCTYPE html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Qadam</title><main><h1>Qadam</h1>${parts.join('')}</main></html>`
}
