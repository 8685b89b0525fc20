import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { getHostRequest } from '@/lib/hosting/queries'
import { writeAsAsker } from '@/lib/messages/commands'
import { acceptRequest, cancelRequest } from '@/lib/requests/commands'
import { ASKED_A_DAY } from '@/lib/requests/rules'
import { type Cast, cast } from '@/lib/testing/cast'
import { ask, brokenRules } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'

const ROUNDS = 30
const DAY_MS = 86_400_000
let people: Cast
let listingId: string

beforeAll(async () => {
  people = await cast()
  listingId = await publishRide(people.marta, people.samal, { seats: 50, day: '2100-01-01' })
})

afterEach(async () => {
  expect(await brokenRules(new Date())).toEqual([])
})

const asHostSees = (id: string) => getHostRequest(people.marta, id, 'ru', new Date())
const mails = (id: string) => db.$queryRaw<unknown[]>`
  SELECT 1 FROM jobs.job WHERE name = 'request-mail' AND data->>'requestId' = ${id}`

describe('asking and cancelling again and again', () => {
  it('ends at twenty a day behind one link, and goes on the day after', async () => {
    const now = new Date()
    const first = await ask(listingId, {}, null, now)
    await cancelRequest(first.asker, first.id)
    let asked = 1
    for (let round = 1; round < ROUNDS; round += 1) {
      const again = await ask(listingId, {}, first.asker, now).catch((error) => error)
      if (again instanceof Error) {
        expect(again).toMatchObject({ code: 'asked_too_often', values: { max: ASKED_A_DAY } })
        continue
      }
      asked += 1
      await cancelRequest(first.asker, again.id)
    }
    expect(asked).toBe(ASKED_A_DAY)
    await ask(listingId, {}, first.asker, new Date(now.getTime() + DAY_MS))
  }, 60_000)

  it('is counted also when it comes at once', async () => {
    const { asker } = await ask(listingId)
    const row = await db.request.findFirstOrThrow({ where: { linkId: asker.linkId } })
    const closed = { status: 'cancelled', closedAt: new Date() } as const
    const { id: _, version: __, ...shared } = row
    await db.request.createMany({
      data: Array.from({ length: ASKED_A_DAY - 2 }, () => ({ ...shared, ...closed })),
    })
    const rides = await Promise.all(
      [1, 2, 3].map(() => publishRide(people.aigul, people.samal, { day: '2100-01-02' })),
    )
    const answers = await Promise.allSettled(rides.map((ride) => ask(ride, {}, asker)))
    const refused = answers.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(2)
  })
})

describe('the same request sent once more', () => {
  it('with other words adds them, and with the same words nothing', async () => {
    const { asker, id } = await ask(listingId, { text: 'Нас двое', name: 'Ира' })
    await ask(listingId, { text: 'Нас двое' }, asker)
    await ask(listingId, { text: 'И кошка', name: 'Ирина' }, asker)
    await ask(listingId, {}, asker)
    const { messages, name } = await asHostSees(id)
    expect(messages.map(({ text }) => text)).toEqual(['Нас двое', 'И кошка'])
    expect(name).toBe('Ирина')
    expect(await mails(id)).toHaveLength(1)
  })

  it('adds them also once it was accepted, and mails when the volunteer has written since', async () => {
    const { asker, id } = await ask(listingId, { text: 'Нас двое' })
    await acceptRequest(people.marta, id)
    await db.message.updateMany({ where: { requestId: id }, data: { side: 'host' } })
    expect((await ask(listingId, { text: 'Мы на посту' }, asker)).id).toBe(id)
    expect((await asHostSees(id)).messages.at(-1)?.text).toBe('Мы на посту')
    expect(await mails(id)).toHaveLength(2)
  })

  it('with another wish for the line is another one, and the reader is told', async () => {
    const { asker } = await ask(listingId, { line: 'offer' })
    await expect(ask(listingId, { line: 'take' }, asker)).rejects.toThrow('already_asked')
  })

  it('has the limits of messages', async () => {
    const { asker, id } = await ask(listingId, { text: 'раз' })
    for (let n = 1; n < 50; n += 1) await writeAsAsker(asker, id, `раз ${n}`)
    await expect(ask(listingId, { text: 'два' }, asker)).rejects.toThrow('too_many_messages')
  })
})
