import { type APIRequestContext, type APIResponse, expect } from '@playwright/test'

/** What is filled into a form: by the name of the field; a list ticks several. */
export type Filled = Record<string, string | string[]>

/**
 * Opens a page without a browser, fills in the form that has all these fields and sends it, as a
 * browser without scripts does; answers what comes after the redirect. `about` tells apart forms that are
 * alike: what stands in their hidden fields.
 */
export async function post(
  request: APIRequestContext,
  path: string,
  filled: Filled,
  about: Record<string, string> = {},
): Promise<APIResponse> {
  const page = await request.get(path)
  return postFrom(request, page.url(), await page.text(), filled, about)
}

/** The same from a page that was opened before. */
export async function postFrom(
  request: APIRequestContext,
  url: string,
  html: string,
  filled: Filled,
  about: Record<string, string> = {},
): Promise<APIResponse> {
  const fields = formsIn(html).find(
    (form) =>
      Object.keys(filled).every((name) => form.some((field) => field.name === name)) &&
      Object.entries(about).every(([name, value]) =>
        form.some((field) => field.name === name && field.value === value),
      ),
  )
  expect(fields, `a form with ${Object.keys(filled)} on ${url}`).toBeDefined()
  const data = new FormData()
  for (const { name, value, sent } of fields ?? []) {
    if (sent && !(name in filled)) data.append(name, value)
  }
  for (const [name, value] of Object.entries(filled)) {
    for (const one of [value].flat()) data.append(name, one)
  }
  const origin = new URL(url).origin
  return request.post(url, { headers: { Origin: origin }, multipart: data })
}

interface Field {
  name: string
  value: string
  /** Whether a browser sends it as it stands: a button and what is not ticked are not. */
  sent: boolean
}

function formsIn(html: string): Field[][] {
  return [...html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)].map(([, inner = '']) => fieldsIn(inner))
}

function fieldsIn(html: string): Field[] {
  const controls = html.matchAll(
    /<(input|button)\b([^>]*)>|<(textarea)\b([^>]*)>(.*?)<\/textarea>|<(select)\b([^>]*)>(.*?)<\/select>/gs,
  )
  return [...controls].flatMap(([, plain, of, area, ofArea, text, select, ofSelect, options]) => {
    const attributes = attributesOf(of ?? ofArea ?? ofSelect ?? '')
    const { name, type = '', value = '' } = attributes
    if (!name) return []
    if (area) return [{ name, value: decoded(text ?? ''), sent: true }]
    if (select) return [{ name, value: chosen(options ?? ''), sent: true }]
    const isTicked = !/^(?:checkbox|radio)$/.test(type) || 'checked' in attributes
    return [{ name, value, sent: plain === 'input' && isTicked }]
  })
}

function chosen(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, of = '']) => attributesOf(of))
  return (all.find((option) => 'selected' in option) ?? all[0])?.value ?? ''
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w$:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      decoded(value),
    ]),
  )
}

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(quot|lt|gt|amp);/g, (_, name: 'quot') => ENTITIES[name])
}

const ENTITIES = { quot: '"', lt: '<', gt: '>', amp: '&' }
