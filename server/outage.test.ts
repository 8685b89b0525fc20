import { beforeEach, describe, expect, it, vi } from 'vitest'
import { arrive } from '@/lib/arrival'
import { noteOutage } from '@/lib/outage/seen'
import { html, openHouse, page } from '@/lib/testing/house'

const house = openHouse()
const typed = 'Две сумки & "кот" <b>\r\nи $& ребёнок'
const ask = '/ru/uralsk/rides/0b8f5a52-8a3e-4d0c-9a55-0f3f6f2f7c11/ask?from=list'

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
})

async function send() {
  const form = new FormData()
  form.append('$ACTION_ID', 'abc')
  form.append('text', typed)
  const body = new Response(form)
  return house.ask(ask, {
    method: 'POST',
    headers: { 'content-type': body.headers.get('content-type') ?? '' },
    body: await body.text(),
  })
}

describe('while the database is away', () => {
  it('a page that cannot be made says when to come back', async () => {
    house.next = async (_request, response) => {
      noteOutage()
      response.statusCode = 500
      html(response, page('Internal'))
    }
    const { status, headers, text } = await house.ask('/kk/astana')
    expect(status).toBe(503)
    expect(headers['retry-after']).toBe('5')
    expect(text).toContain('/kk/errors/503')
    expect(text).not.toContain('<form')
  })

  it('a form whose page cannot be made is kept, to be sent again', async () => {
    house.next = async (request, response) => {
      for await (const _chunk of request);
      noteOutage()
      response.statusCode = 500
      html(response, page('Internal'))
    }
    const { status, headers, text } = await send()
    expect(status).toBe(503)
    expect(headers['cache-control']).toBe('private, no-store')
    expect(text).toContain(`<form method="post" action="${ask}" enctype="multipart/form-data">`)
    expect(text).toContain('name="$ACTION_ID" value="abc"')
    expect(text).not.toContain('<b>')
  })

  it('a form that comes back in its own page is no success', async () => {
    house.next = async (request, response) => {
      for await (const _chunk of request);
      noteOutage()
      html(response, page('Не получилось'))
    }
    const { status, headers, text } = await send()
    expect(status).toBe(503)
    expect(headers['retry-after']).toBe('5')
    expect(text).toContain('Не получилось')
  })
})

it('a call that the framework cannot read is refused, whatever it answers', async () => {
  house.next = async (request, response) => {
    for await (const _chunk of request);
    response.statusCode = 500
    response.setHeader('Content-Type', 'text/x-component')
    response.end('1:E{}')
  }
  expect((await send()).status).toBe(400)
})

it('any other failure is a bug and stays a 500', async () => {
  house.next = async (request, response) => {
    for await (const _chunk of request);
    arrive()
    response.statusCode = 500
    html(response, page('Internal'))
  }
  expect((await send()).status).toBe(500)
})
