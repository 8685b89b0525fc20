import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { eraseHostSide, writeAsAsker, writeAsHost } from '@/lib/messages/commands'
import { acceptRequest, cancelRequest } from '@/lib/requests/commands'
import { listAskerRequests } from '@/lib/requests/queries'
import { MAX_MESSAGES } from '@/lib/requests/rules'
import { type Cast, cast } from '@/lib/testing/cast'
import { ask } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'

let people: Cast
let listingId: string

beforeAll(async () => {
  people = await cast()
  listingId = await publishRide(people.marta, people.samal, { seats: 20 })
})

const mails = (id: string) => db.$queryRaw<unknown[]>`
  SELECT 1 FROM jobs.job WHERE name = 'request-mail' AND data->>'requestId' = ${id}`

describe('messages', () => {
  it('go both ways, sealed, in their order', async () => {
    const { asker, id } = await ask(listingId, { text: 'Добрый день' })
    await writeAsHost(people.marta, id, 'Где вы сейчас')
    await writeAsAsker(asker, id, 'На посту <b>Маштаково</b>')
    const [request] = await listAskerRequests(asker, 'ru', new Date())
    expect(request?.messages.map(({ side, text }) => [side, text])).toEqual([
      ['asker', 'Добрый день'],
      ['host', 'Где вы сейчас'],
      ['asker', 'На посту <b>Маштаково</b>'],
    ])
    const [row] = await db.$queryRaw<{ text: string }[]>`
      SELECT string_agg(message::text, '') AS text FROM message WHERE request_id = ${id}::uuid`
    expect(row?.text).not.toMatch(/день|сейчас|посту/)
  })

  it('mail the volunteer once for a turn', async () => {
    const { asker, id } = await ask(listingId)
    await writeAsAsker(asker, id, 'раз')
    await writeAsAsker(asker, id, 'два')
    expect(await mails(id)).toHaveLength(2)
    await writeAsHost(people.marta, id, 'слушаю')
    await writeAsAsker(asker, id, 'три')
    expect(await mails(id)).toHaveLength(3)
  })

  it('of others find nothing', async () => {
    const { id } = await ask(listingId)
    const stranger = await ask(listingId)
    const notFound = { name: 'NotFound' }
    await expect(writeAsAsker(stranger.asker, id, 'я')).rejects.toMatchObject(notFound)
    await expect(writeAsHost(people.aigul, id, 'я')).rejects.toMatchObject(notFound)
    await expect(writeAsHost(people.samal, id, 'я')).rejects.toMatchObject(notFound)
    await expect(eraseHostSide(people.samal, id)).rejects.toMatchObject(notFound)
  })

  it('end with the request, and a day after it took place', async () => {
    const ended = await ask(listingId)
    await cancelRequest(ended.asker, ended.id)
    await expect(writeAsAsker(ended.asker, ended.id, 'ещё')).rejects.toThrow('request_moved_on')
    const { asker, id } = await ask(listingId)
    await acceptRequest(people.marta, id)
    const { endsAt } = await db.request.findUniqueOrThrow({ where: { id } })
    const dayAfter = (hours: number) => new Date(endsAt.getTime() + hours * 3_600_000)
    await writeAsAsker(asker, id, 'забыл шапку', dayAfter(23))
    await expect(writeAsAsker(asker, id, 'и перчатки', dayAfter(24))).rejects.toThrow(
      'request_moved_on',
    )
  })

  it('are limited for each side, also when they come at once', async () => {
    const { asker, id } = await ask(listingId)
    const many = Array.from({ length: MAX_MESSAGES + 5 }, () => writeAsAsker(asker, id, 'ещё'))
    const answers = await Promise.allSettled(many)
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(5)
    await writeAsHost(people.marta, id, 'хватит')
  })
})

describe('erasing', () => {
  it('takes away what the host wrote and nothing else', async () => {
    const { asker, id } = await ask(listingId, { text: 'моё' })
    await writeAsHost(people.marta, id, 'чужое')
    await eraseHostSide(people.marta, id)
    const [request] = await listAskerRequests(asker, 'ru', new Date())
    expect(request?.messages.map(({ text }) => text)).toEqual(['моё'])
  })
})
