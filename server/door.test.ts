import { describe, expect, it } from 'vitest'
import { openHouse } from '@/lib/testing/house'

const house = openHouse()

describe('the door', () => {
  it.each([
    ['GET', '/ru/omsk', 404],
    ['GET', '/ru/errors/404', 404],
    ['GET', '/ru/%00', 400],
    ['GET', '//evil.example', 400],
    ['POST', '/ru', 405],
    ['DELETE', '/ru/my', 405],
    ['OPTIONS', '/ru/my', 405],
  ])('%s %s is %i without asking Next', async (method, path, status) => {
    const answer = await house.ask(path, { method, body: method === 'GET' ? undefined : 'a=b' })
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(`/ru/errors/${status}`)
    expect(house.asked).toHaveLength(0)
  })

  it('stays shut to a form of somebody else', async () => {
    for (const foreign of ['null', 'https://evil.example', '']) {
      const headers = { origin: foreign }
      const answer = await house.ask('/en/my', { method: 'POST', body: 'a=b', headers })
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('/en/errors/403')
    }
    expect(house.asked).toHaveLength(0)
  })

  it('leads to the language of the browser', async () => {
    const { status, headers } = await house.ask('/', { headers: { 'accept-language': 'en-GB' } })
    expect(status).toBe(307)
    expect(headers).toMatchObject({ location: '/en', 'cache-control': 'private, no-store' })
    expect(headers.vary).toContain('Accept-Language')
  })

  it('leads another spelling of a city to its page', async () => {
    const { status, headers } = await house.ask('/kk/oral/rides?people=2')
    expect(status).toBe(308)
    expect(headers.location).toBe('/kk/uralsk/rides?people=2')
  })

  it('answers on while the house is closing, and keeps no connection', async () => {
    expect((await house.ask('/ru')).headers.connection).not.toBe('close')
    house.closing = true
    const { status, headers } = await house.ask('/ru')
    house.closing = false
    expect(status).toBe(200)
    expect(headers.connection).toBe('close')
  })

  it('a page in place of a file means there is no such file', async () => {
    expect((await house.ask('/robots.txt')).status).toBe(404)
  })
})
