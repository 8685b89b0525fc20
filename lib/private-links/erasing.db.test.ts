import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { askForPlaces } from '@/lib/asking/commands'
import { db } from '@/lib/db'
import { writeAsAsker, writeAsHost } from '@/lib/messages/commands'
import { createCode, eraseAskerSide } from '@/lib/private-links/commands'
import { tokenForScreen, tokenToKeep } from '@/lib/private-links/queries'
import { reportAsAsker } from '@/lib/reports/commands'
import { acceptRequest, arrive, cancelRequest, takeOffer } from '@/lib/requests/commands'
import { type Asker, findLink } from '@/lib/requests/links'
import { type Cast, cast } from '@/lib/testing/cast'
import { ask, askForm, brokenRules } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'

const TURNS = Array.from({ length: 8 }, (_, turn) => turn)
let people: Cast
let listingId: string

beforeAll(async () => {
  people = await cast()
  listingId = await publishRide(people.marta, people.samal, { seats: 50 })
})

afterEach(async () => {
  expect(await brokenRules(new Date())).toEqual([])
})

/** What stands behind a link of the one who held it. */
async function leftBehind({ linkId }: Asker) {
  const of = { request: { linkId } }
  const messages = await db.message.count({ where: { ...of, side: 'asker' } })
  const names = await db.request.count({ where: { linkId, nameSealed: { not: null } } })
  const waiting = await db.request.count({
    where: { linkId, status: { in: ['open', 'waiting', 'offered'] } },
  })
  return { messages, names, waiting }
}
const NOTHING = { messages: 0, names: 0, waiting: 0 }

/** Deeds of whoever had the page open a moment ago. */
const DEEDS: Record<string, (asker: Asker, id: string) => Promise<unknown>> = {
  writing: (asker, id) => writeAsAsker(asker, id, 'мы на посту'),
  asking: (asker) => ask(listingId, { name: 'Ира', text: 'Нас двое' }, asker),
  cancelling: cancelRequest,
  taking: takeOffer,
  arriving: arrive,
  reporting: (asker, requestId) => reportAsAsker(asker, { requestId, reason: 'other', note: '' }),
  'a code': (asker) => createCode(asker),
  'erasing again': (asker) => eraseAskerSide(asker),
}

describe('a link that was erased', () => {
  it.each(Object.entries(DEEDS))('is no longer good for %s', async (_what, deed) => {
    const { asker, id } = await ask(listingId, { name: 'Ира', text: 'Нас двое' })
    await acceptRequest(people.marta, id)
    await eraseAskerSide(asker)
    await expect(deed(asker, id)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await leftBehind(asker)).toEqual(NOTHING)
  })

  it('opens nothing by what its screen shows a moment later', async () => {
    const { asker } = await ask(listingId)
    await eraseAskerSide(asker)
    const now = new Date()
    expect(await tokenToKeep(tokenForScreen(asker, now), now)).toBeNull()
  })
})

describe('erasing while others act', () => {
  it.each(TURNS)('leaves no message that is written at that moment (%i)', async () => {
    const { asker, id } = await ask(listingId, { name: 'Ира', text: 'Нас двое' })
    const writing = Array.from({ length: 4 }, (_, n) => writeAsAsker(asker, id, `раз ${n}`))
    await Promise.allSettled([...writing.slice(0, 2), eraseAskerSide(asker), ...writing.slice(2)])
    expect(await leftBehind(asker)).toEqual(NOTHING)
  })

  it.each(TURNS)('leaves no request that is sent at that moment (%i)', async () => {
    const { asker, token } = await ask(listingId, { name: 'Ира' })
    const elsewhere = await publishRide(people.aigul, people.samal)
    const form = askForm(elsewhere, { token, name: 'Ира', text: 'Нас двое' })
    await Promise.allSettled([
      askForPlaces(asker, form, 'ru', new Date()),
      eraseAskerSide(asker),
      ask(elsewhere, { name: 'Ира' }, asker),
    ])
    expect(await leftBehind(asker)).toEqual(NOTHING)
  })

  it.each(TURNS)('waits for nobody who waits for it (%i)', async () => {
    const { asker, id } = await ask(listingId, { text: 'Нас двое' })
    const other = await publishRide(people.aigul, people.samal)
    const { id: second } = await ask(other, { text: 'Нас двое' }, asker)
    const ends = await Promise.allSettled([
      acceptRequest(people.marta, id),
      eraseAskerSide(asker),
      acceptRequest(people.aigul, second),
      writeAsHost(people.marta, id, 'еду'),
      writeAsAsker(asker, second, 'ждём'),
    ])
    const causes = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason.name] : []))
    expect(causes.filter((name) => !['Conflict', 'NotFound'].includes(name))).toEqual([])
    expect(await leftBehind(asker)).toEqual(NOTHING)
  })

  it.each(TURNS)('gives no code that opens the page afterwards (%i)', async () => {
    const { asker } = await ask(listingId)
    await Promise.allSettled([createCode(asker), eraseAskerSide(asker), createCode(asker)])
    const link = await db.privateLink.findUniqueOrThrow({ where: { id: asker.linkId } })
    expect(link.codeHash).toBeNull()
  })
})

it('a form of a page that was erased since asks behind a link of its own', async () => {
  const { asker, token } = await ask(listingId, { token: 'Z'.repeat(43) })
  await eraseAskerSide(asker)
  const again = await ask(listingId, { token })
  expect(again.asker.linkId).not.toBe(asker.linkId)
  expect(await findLink(token ?? '')).toEqual(again.asker)
})
