import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openHouse } from '@/lib/testing/house'
import { matchRoute, ROUTES } from './routes'

const house = openHouse()
const ROOT = resolve(import.meta.dirname, '..')
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']
const EXAMPLES: Record<string, string> = {
  locale: 'kk',
  city: 'uralsk',
  topic: 'iin',
  id: '0b8f5a52-8a3e-4d0c-9a55-0f3f6f2f7c11',
  token: 'a-link',
}

/** A path of each pattern. */
const paths = ROUTES.map((route) => {
  const path = route.pattern
    .replace('/**', '/anything')
    .replace(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name] ?? '')
  return { ...route, path }
})

it('every pattern has an example', () => {
  for (const { path, pattern } of paths) expect(matchRoute(path)?.route.pattern).toBe(pattern)
})

describe.each(paths)('$pattern', ({ path, methods }) => {
  it('takes its methods and no others', async () => {
    for (const method of METHODS.filter((name) => !methods.includes(name))) {
      const answer = await house.ask(path, { method, body: 'a' })
      expect(answer.status, method).toBe(405)
      expect(answer.headers.allow, method).toBe(methods.join(', '))
    }
    expect(house.asked).toEqual([])
  })

  it('changes nothing for another site, for nobody in particular, or for who does not say', async () => {
    const foreign: Record<string, string>[] = [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example' },
    ]
    for (const origin of foreign) {
      for (const method of ['POST', 'DELETE']) {
        const headers = { ...origin, 'content-length': '1' }
        const answer = await house.send(path, { method, body: 'a', headers })
        expect(answer.status, method).toBe(403)
      }
    }
    expect(house.asked).toEqual([])
  })
})

it('no handler exports a method that the table does not know', () => {
  const handlers = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('route.ts'),
  )
  expect(handlers.length).toBeGreaterThan(1)
  for (const handler of handlers) {
    const text = readFileSync(join(ROOT, 'app', handler), 'utf8')
    const exported = [...text.matchAll(/export (?:async )?(?:function|const) ([A-Z]+)\b/g)]
    const path = handler
      .replace('/route.ts', '')
      .replace('[locale]', 'ru')
      .replace(/\/?\([^)]+\)/g, '')
    const route = matchRoute(`/${path}`)?.route
    for (const [, method] of exported) expect(route?.methods, handler).toContain(method)
  }
})
