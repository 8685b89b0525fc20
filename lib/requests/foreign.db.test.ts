import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { getHostRequest } from '@/lib/hosting/queries'
import { eraseHostSide, writeAsAsker, writeAsHost } from '@/lib/messages/commands'
import { reportAsAsker, reportAsHost } from '@/lib/reports/commands'
import {
  acceptRequest,
  arrive,
  cancelRequest,
  declineRequest,
  refuseOffer,
  takeOffer,
} from '@/lib/requests/commands'
import type { Asker } from '@/lib/requests/links'
import { listAskerRequests } from '@/lib/requests/queries'
import { type Cast, cast } from '@/lib/testing/cast'
import { ask, brokenRules, publishFullRide } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'

const REPORT = { reason: 'other', note: '' } as const
let people: Cast
let stranger: Asker
/** Requests of others: one accepted, one offered, one that waits. */
const theirs: Record<string, string> = {}

beforeAll(async () => {
  people = await cast()
  const { listingId, guest } = await publishFullRide(people.marta, people.samal, 1)
  const offered = await ask(listingId, { line: 'offer', text: 'Нас двое' })
  const waits = await ask(listingId, { line: 'offer' })
  await cancelRequest(guest.asker, guest.id)
  const accepted = await ask(await publishRide(people.marta, people.samal))
  await acceptRequest(people.marta, accepted.id)
  Object.assign(theirs, { accepted: accepted.id, offered: offered.id, waiting: waits.id })
  stranger = (await ask(await publishRide(people.aigul, people.samal))).asker
})

afterEach(async () => {
  expect(await brokenRules(new Date())).toEqual([])
})

const AS_ASKER: Record<string, (asker: Asker, id: string) => Promise<unknown>> = {
  cancelled: cancelRequest,
  taken: takeOffer,
  'turned down': refuseOffer,
  'said to have arrived at': arrive,
  'written to': (asker, id) => writeAsAsker(asker, id, 'я'),
  reported: (asker, requestId) => reportAsAsker(asker, { requestId, ...REPORT }),
}
const AS_HOST: Record<string, (actor: Actor, id: string) => Promise<unknown>> = {
  accepted: acceptRequest,
  declined: declineRequest,
  'written to': (actor, id) => writeAsHost(actor, id, 'я'),
  erased: eraseHostSide,
  reported: (actor, requestId) => reportAsHost(actor, { requestId, ...REPORT }),
  read: (actor, id) => getHostRequest(actor, id, 'ru', new Date()),
}

const everything = () =>
  db.$queryRaw<unknown[]>`
    SELECT request::text, (SELECT count(*)::int FROM message WHERE request_id = request.id) AS messages,
      (SELECT count(*)::int FROM report WHERE request_id = request.id) AS reports
    FROM request ORDER BY id`
const refusalOf = (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    ({ name, message }: Error) => `${name} ${message}`,
  )

describe('somebody else’s request, to who holds another link, is like one that never was', () => {
  it.each(Object.entries(AS_ASKER))('it is not %s', async (_what, deed) => {
    const before = await everything()
    const unknown = await refusalOf(deed(stranger, randomUUID()))
    expect(unknown).toMatch(/^NotFound/)
    for (const id of Object.values(theirs))
      expect(await refusalOf(deed(stranger, id))).toBe(unknown)
    expect(await everything()).toEqual(before)
  })

  it('it is not on their page', async () => {
    const shown = await listAskerRequests(stranger, 'ru', new Date())
    for (const id of Object.values(theirs)) expect(JSON.stringify(shown)).not.toContain(id)
  })
})

describe('and to other volunteers and staff', () => {
  it.each(Object.entries(AS_HOST))('it is not %s', async (_what, deed) => {
    const before = await everything()
    for (const actor of [people.aigul, people.samal, people.dana]) {
      const unknown = await refusalOf(deed(actor, randomUUID()))
      expect(unknown).toMatch(/^NotFound/)
      for (const id of Object.values(theirs)) expect(await refusalOf(deed(actor, id))).toBe(unknown)
    }
    expect(await everything()).toEqual(before)
  })
})
