import { describe, expect, it } from 'vitest'
import { arrive } from '@/lib/arrival'
import { FORM_TYPE, formOf, html, openHouse, page } from '@/lib/testing/house'

const house = openHouse()
const CALL = { 'next-action': '0'.repeat(42), 'content-type': 'text/plain;charset=UTF-8' }

const FORM_CALL = { 'next-action': '0'.repeat(42), 'content-type': FORM_TYPE }

const field = (name: string, value: string, more = '') =>
  `------of-a-test\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
const END = '------of-a-test--\r\n'
const ACTION = field(`$ACTION_ID_${'0'.repeat(42)}`, '')

const row = (number: string, value: string) => field(`$ACTION_1:${number}`, value)

/** Sends it to a page with forms, in Kazakh; the type is that of a form unless it is told otherwise. */
const send = (body: string, headers: Record<string, string> = { 'content-type': FORM_TYPE }) =>
  house.ask('/kk/my', { method: 'POST', body, headers })

describe('a form that no page of ours sends', () => {
  const many = Array.from({ length: 501 }, (_, n) => field(`n${n}`, 'x')).join('')
  const image = '; filename="a.png"\r\nContent-Type: image/png'

  it.each([
    ['is cut short', `${ACTION}${field('a', 'b')}`, 400],
    ['has no boundary', 'a=b', 400, { 'content-type': 'multipart/form-data' }],
    ['is nothing of the kind', 'nothing', 400],
    ['names no action', field('a', 'b') + END, 400],
    ['brings a file', ACTION + field('a', 'b', image) + END, 400],
    ['has broken words for the framework', ACTION + field('$ACTION_1:0', '{"id":') + END, 400],
    ['leads to a row that is not there', ACTION + row('0', '{"bound":"$@1"}') + END, 400],
    ['leads to what no form of ours has', ACTION + row('0', '["$F1","$K2"]') + END, 400],
    ['calls an action with what is no data', '["', 400, CALL],
    ['calls an action without its arguments', ACTION + END, 400, FORM_CALL],
    ['calls an action with broken arguments', field('0', '["$K') + END, 400, FORM_CALL],
    ['has 501 fields', ACTION + many + END, 413],
    ['has a very long field', ACTION + field('a', 'я'.repeat(200_001)) + END, 413],
    ['has a field with a very long name', ACTION + field('a'.repeat(201), 'b') + END, 413],
    ['is above the limit', 'a'.repeat(1_048_577), 413],
    ['is of another kind', 'a=b', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['is JSON', '{}', 415, { 'content-type': 'application/json' }],
    ['is text for nobody', '[]', 415, { 'content-type': 'text/plain' }],
    ['is of no kind', 'a=b', 415, { 'content-type': '' }],
  ])('and %s is refused in words, without asking Next', async (_what, body, status, headers?) => {
    const answer = await send(body, headers)
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(`/kk/errors/${status === 415 ? 400 : status}`)
    expect(house.asked).toEqual([])
  })
})

describe('a form of ours', () => {
  it('reaches Next whole', async () => {
    let read = ''
    house.next = async (request, response) => {
      for await (const chunk of request) read += chunk
      html(response, page('Мест 4'))
    }
    expect((await send(formOf('Нас двое'))).status).toBe(200)
    expect(read).toBe(formOf('Нас двое'))
    expect(house.asked[0]).toMatchObject({ method: 'POST', url: '/kk/my' })
  })

  it('may be bound to what it showed before, to words that begin with a sign, too', async () => {
    const rows = [
      row('0', JSON.stringify({ id: '0'.repeat(42), bound: '$@1' })),
      row('1', JSON.stringify([{ values: { price: ['$$5', '$undefined'] }, errors: [] }])),
    ]
    expect((await send(ACTION + rows.join('') + END)).status).toBe(200)
    expect(house.asked).toHaveLength(1)
  })

  it('that the framework cannot take apart was not ours: 400, in a page', async () => {
    for (const type of ['text/html; charset=utf-8']) {
      house.next = async (_request, response) => {
        response.writeHead(500, { 'Content-Type': type })
        response.end('E{"digest":"1"}')
      }
      const answer = await send(formOf('a'))
      expect(answer.status).toBe(400)
      expect(answer.text).toContain('/kk/errors/400')
      expect((await send('[]', CALL)).status).toBe(400)
    }
  })

  it('that fails in an action of ours is our failure: 500', async () => {
    house.next = async (_request, response) => {
      arrive()
      response.statusCode = 500
      html(response, page('Internal'))
    }
    expect((await send(formOf('a'))).status).toBe(500)
  })
})
