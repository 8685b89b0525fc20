import type { APIRequestContext, APIResponse } from '@playwright/test'
import { expect, test } from './support/fixtures'

const NEWCOMER_PAGES = [
  '',
  '/about',
  '/privacy',
  '/rides',
  '/uralsk',
  '/uralsk/rides',
  ...['/guide', '/guide/iin', '/guide/safety', '/crossings', '/plan'],
]
const LIMIT_BYTES = 14 * 1024

const NOT_FOUND = {
  ru: 'Такой страницы нет',
  kk: 'Мұндай бет жоқ',
  en: 'There is no such page',
} as const

test('every answer carries the protecting headers', async ({ request }) => {
  const answers = await Promise.all([
    ...[
      '/',
      '/ru',
      '/ru/uralsk/housing',
      '/ru/sign-in',
      '/ru/my',
      '/ru/request',
      '/ru/request/any-link',
      '/api/health',
      '/enhance.js',
    ].map((path) => ask(request, path)),
    ask(request, '/ru/nowhere'),
    ask(request, '/ru/%00'),
    ask(request, '/ru/my', { method: 'POST', data: 'a=b' }),
    ask(request, '/ru', { method: 'HEAD' }),
  ])
  for (const answer of answers) {
    const headers = answer.headers()
    expect(headers, answer.url()).toMatchObject({
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['content-security-policy'], answer.url()).toContain("default-src 'none'")
    expect(headers['content-security-policy'], answer.url()).toContain("frame-ancestors 'none'")
    expect(headers['permissions-policy']).toContain('geolocation=()')
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('strict-transport-security')
  }
})

test('only lists that sort by distance may ask where the reader is', async ({ request }) => {
  for (const path of ['/ru/rides', '/kk/uralsk/centres']) {
    const policy = (await ask(request, path)).headers()['permissions-policy']
    expect(policy, path).toContain('geolocation=(self)')
  }
  const home = (await ask(request, '/ru/housing')).headers()['permissions-policy']
  expect(home).toContain('geolocation=()')
})

for (const locale of ['ru', 'kk', 'en'] as const) {
  for (const path of NEWCOMER_PAGES) {
    test(`/${locale}${path} leaves with one script, no cookie and its styles inside`, async ({
      request,
      baseURL,
    }) => {
      const answer = await ask(request, `/${locale}${path}`)
      const html = await answer.text()
      expect(answer.status()).toBe(200)
      expect(html.match(/<script\b[^>]*>/g)).toEqual(['<script src="/enhance.js" defer="">'])
      expect(html).not.toMatch(/<link[^>]+rel="(stylesheet|preload|modulepreload)"/)
      expect(html).not.toContain('<!--')
      expect(html.match(/ style="/g), 'the policy refuses style attributes').toBeNull()

      const headers = answer.headers()
      expect(headers['content-security-policy']).toContain(`script-src ${baseURL}/enhance.js;`)
      expect(headers['content-security-policy']).not.toContain('unsafe')
      expect(headers['cache-control']).toMatch(/^public, max-age=0/)
      expect(headers).not.toHaveProperty('set-cookie')
      expect(await compressedSize(request, `/${locale}${path}`)).toBeLessThanOrEqual(LIMIT_BYTES)
    })
  }
}

test('search engines keep the home and city pages, never rides, housing or private pages', async ({
  request,
}) => {
  const robots = async (path: string) => (await ask(request, path)).headers()['x-robots-tag']
  const guide = ['/ru/guide', '/kk/guide/safety', '/en/crossings']
  for (const path of ['/ru', '/ru/uralsk', '/ru/about', '/ru/privacy', ...guide]) {
    expect(await robots(path), path).toBeUndefined()
  }
  const hidden = [
    '/ru/rides',
    '/ru/plan',
    '/ru/uralsk/rides',
    '/ru/sign-in',
    '/ru/my',
    '/ru/nowhere',
  ]
  for (const path of [...hidden, '/ru/request', '/ru/request/any-link']) {
    expect(await robots(path), path).toBe('noindex, noarchive')
  }
})

test('private pages are kept by nobody', async ({ request }) => {
  const own = ['/ru/sign-in', '/ru/my', '/kk/staff', '/ru/request', '/ru/request/any-link']
  for (const path of [...own, '/api/health', '/ru/nowhere', '/']) {
    const { 'cache-control': cache } = (await ask(request, path)).headers()
    expect(cache, path).toBe('private, no-store')
  }
})

test('a private page leaves bare, and refreshes itself only while a link is open', async ({
  request,
}) => {
  const refresh = async (path: string, Cookie: string) => {
    const answer = await ask(request, path, { headers: { Cookie } })
    expect((await answer.text()).match(/<script\b[^>]*>/g)).toEqual([
      '<script src="/enhance.js" defer="">',
    ])
    return answer.headers().refresh
  }
  const open = 'qadam.request=any-link'
  expect(await refresh('/ru/request', open)).toBe('60')
  expect(await refresh('/ru/request?refresh=off', open)).toBeUndefined()
  expect(await refresh('/ru/request/erase-me', open)).toBeUndefined()
  expect(await refresh('/ru/request', 'a=1')).toBeUndefined()
})

test('a newcomer page is the same for everyone, whatever the request carries', async ({
  request,
}) => {
  const plain = await ask(request, '/ru/about')
  const odd = await ask(request, '/ru/about?_rsc=1', {
    headers: { RSC: '1', 'Next-Router-Prefetch': '1', Cookie: 'a=1', 'User-Agent': 'Googlebot' },
  })
  expect(odd.headers()['content-type']).toBe('text/html; charset=utf-8')
  expect(withoutClock(await odd.text())).toBe(withoutClock(await plain.text()))
})

test('the address without a language leads to that of the browser', async ({ request }) => {
  const lead = async (language: string) => {
    const answer = await ask(request, '/', { headers: { 'Accept-Language': language } })
    expect(answer.status()).toBe(307)
    expect(answer.headers().vary).toContain('Accept-Language')
    return answer.headers().location
  }
  expect(await lead('kk-KZ,ru;q=0.8')).toBe('/kk')
  expect(await lead('de,en;q=0.5')).toBe('/en')
  expect(await lead('de')).toBe('/ru')
})

test('another spelling of a city leads to its page', async ({ request }) => {
  const answer = await ask(request, '/ru/oral/rides?people=2')
  expect(answer.status()).toBe(308)
  expect(answer.headers().location).toBe('/ru/uralsk/rides?people=2')
})

test('HEAD is GET without the body', async ({ request }) => {
  for (const path of ['/ru/about', '/ru/nowhere', '/enhance.js']) {
    const got = await ask(request, path)
    const head = await ask(request, path, { method: 'HEAD' })
    expect(head.status(), path).toBe(got.status())
    expect(await head.body(), path).toHaveLength(0)
    expect(head.headers()['content-type'], path).toBe(got.headers()['content-type'])
    expect(head.headers()['content-security-policy']).toBe(got.headers()['content-security-policy'])
  }
})

test('a file comes whole, whatever part of it is asked for', async ({ request }) => {
  const whole = await (await ask(request, '/robots.txt')).text()
  for (const range of ['bytes=0-3', 'bytes=9-0', 'bytes=999999-']) {
    const answer = await ask(request, '/robots.txt', { headers: { range } })
    expect(answer.status(), range).toBe(200)
    expect(await answer.text(), range).toBe(whole)
  }
})

test('a form of somebody else is refused', async ({ request, baseURL }) => {
  const send = (origin?: string) =>
    ask(request, '/kk/sign-in', {
      method: 'POST',
      form: { email: 'marta@example.org' },
      headers: origin === undefined ? {} : { Origin: origin },
    })
  for (const origin of [undefined, 'null', 'https://elsewhere.example', `${baseURL}.example`]) {
    const answer = await send(origin)
    expect(answer.status(), String(origin)).toBe(403)
    expect(await answer.text()).toContain('Әрекет орындалмады')
  }
  expect((await send(baseURL)).status()).not.toBe(403)
})

test('what does not fit is refused in words', async ({ request, baseURL }) => {
  const headers = { Origin: baseURL ?? '' }
  const refused = async (status: number, words: string, ...asked: Parameters<typeof ask>) => {
    const answer = await ask(...asked)
    expect(answer.status()).toBe(status)
    expect((await answer.text()).replaceAll('\u00a0', ' ')).toContain(words)
  }
  const large = { method: 'POST', data: 'a'.repeat(1024 * 1024 + 1), headers }
  await refused(413, 'Слишком много данных', request, '/ru/sign-in', large)
  await refused(405, 'This page does not open this way', request, '/en', { method: 'PUT', headers })
  await refused(400, 'Мұны оқи алмадық', request, '/kk/%E0%A4%A')
  await refused(400, 'Мы не смогли это прочитать', request, '/ru/..%2fstaff')
})

test('a form that arrives broken is refused in words', async ({ request, baseURL }) => {
  const words = {
    ru: 'Мы не смогли это прочитать',
    kk: 'Мұны оқи алмадық',
    en: 'We could not read this',
  }
  const bodies = [
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
    ['multipart/form-data', 'a=b'],
    ['multipart/form-data; boundary=x', 'nothing of the kind'],
  ] as const
  for (const [locale, sentence] of Object.entries(words)) {
    for (const [type, data] of bodies) {
      const headers = { Origin: baseURL ?? '', 'Content-Type': type }
      const answer = await ask(request, `/${locale}/sign-in`, { method: 'POST', data, headers })
      expect(answer.status(), type).toBe(400)
      expect((await answer.text()).replaceAll('\u00a0', ' ')).toContain(sentence)
    }
  }
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    for (const [locale, words] of Object.entries(NOT_FOUND)) {
      test(`a page that does not exist says so, complete, in ${locale}`, async ({ page }) => {
        const missing = '/uralsk/rides/00000000-0000-4000-8000-000000000000'
        for (const path of ['/nowhere', '/uralsk/jobs', '/errors/404', missing]) {
          const answer = await page.goto(`/${locale}${path}`)
          expect(answer?.status(), path).toBe(404)
          await expect(page.locator('html')).toHaveAttribute('lang', locale)
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(words)
          await expect(page).toHaveTitle(new RegExp(words))
          await expect(page.getByRole('main').getByRole('link')).toHaveAttribute(
            'href',
            `/${locale}`,
          )
          await expect(page.getByRole('banner')).toBeVisible()
        }
      })
    }

    test('an unknown language gets the one the browser asks for', async ({ page }) => {
      expect((await page.goto('/de/uralsk'))?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(NOT_FOUND.ru)
    })
  })
}

test('of scripts only the enhancement is fetched', async ({ page, baseURL }) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  for (const path of ['/ru', '/ru/uralsk', '/ru/nowhere']) {
    await page.goto(path)
  }
  expect(new Set(scripts)).toEqual(new Set([`${baseURL}/enhance.js`]))
})

type Asked = NonNullable<Parameters<APIRequestContext['fetch']>[1]>

/** One answer as it is: redirects are not followed. */
function ask(request: APIRequestContext, path: string, options: Asked = {}): Promise<APIResponse> {
  return request.fetch(path, { maxRedirects: 0, ...options })
}

/** What a page costs on the way, styles included, since they are inside. */
async function compressedSize(request: APIRequestContext, path: string): Promise<number> {
  const answer = await ask(request, path, { headers: { 'Accept-Encoding': 'br' } })
  expect(answer.headers()['content-encoding']).toBe('br')
  return Number(answer.headers()['content-length'])
}

/** The footer says when a page was made. */
function withoutClock(html: string): string {
  return html.replace(/\d{1,2}:\d{2}/g, '')
}
