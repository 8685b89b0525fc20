import { describe, expect, it, vi } from 'vitest'
import { builtInPage, createErrorPages } from './error-pages'
import { ERROR_STATUSES, errorPageFor, REFERENCE_SLOT } from './error-words'

describe('errorPageFor', () => {
  it('is the page of the status, else of its class', () => {
    expect(errorPageFor(410)).toBe(410)
    expect(errorPageFor(422)).toBe(400)
    expect(errorPageFor(502)).toBe(500)
  })
})

describe('builtInPage', () => {
  it.each(ERROR_STATUSES)('%i says in three languages what happened, with a way home', (status) => {
    const page = builtInPage(status)
    for (const locale of ['ru', 'kk', 'en']) {
      expect(page).toContain(`<section lang="${locale}">`)
      expect(page).toContain(`<a href="/${locale}">`)
    }
    expect(page.includes(REFERENCE_SLOT)).toBe(status === 500)
  })

  it('stands in when the page itself cannot be had', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const nowhere = createErrorPages(() => 'http://127.0.0.1:1', new Map(), true)
    const { html } = await nowhere.page(500, 'kk', 'abcd1234')
    expect(html).toContain('Бізде ақау шықты')
    expect(html).toContain('abcd1234')
  })
})
