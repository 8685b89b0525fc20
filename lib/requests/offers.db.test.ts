import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { moveTimes } from '@/lib/holds/commands'
import { withListings } from '@/lib/holds/locks'
import {
  acceptRequest,
  cancelRequest,
  expireDue,
  refuseOffer,
  takeOffer,
} from '@/lib/requests/commands'
import { rideTime } from '@/lib/requests/rules'
import { type Cast, cast } from '@/lib/testing/cast'
import { day, publishHome } from '@/lib/testing/homes'
import { ask, brokenRules, publishFullRide, statusOf } from '@/lib/testing/requests'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
let people: Cast

beforeAll(async () => {
  people = await cast()
})

afterEach(async () => {
  expect(await brokenRules(new Date())).toEqual([])
})

const row = (id: string) => db.request.findUniqueOrThrow({ where: { id } })
const earlier = (moment: Date, milliseconds: number) => new Date(moment.getTime() - milliseconds)

/** A ride whose only seat is offered at this moment to who stood in line. */
async function offered(at: (expiresAt: Date) => Date) {
  const { listingId, guest } = await publishFullRide(people.marta, people.samal, 1)
  const first = await ask(listingId, { line: 'offer' })
  const { expiresAt } = await row(first.id)
  await cancelRequest(guest.asker, guest.id, at(expiresAt))
  return { ...first, listingId, expiresAt }
}

describe('an offer ends with its request', () => {
  it('of a ride that leaves soon', async () => {
    const { id, expiresAt } = await offered((end) => earlier(end, 10 * MINUTE_MS))
    expect(await row(id)).toMatchObject({ status: 'offered', offerEndsAt: expiresAt })
  })

  it('of a stay that was asked for almost two days ago', async () => {
    const listingId = await publishHome(people.aigul, people.samal, { beds: 1 })
    const nights = { from: day(5), to: day(6) }
    const guest = await ask(listingId, nights)
    await acceptRequest(people.aigul, guest.id)
    const { id } = await ask(listingId, { ...nights, line: 'offer' })
    const { expiresAt } = await row(id)
    await cancelRequest(guest.asker, guest.id, earlier(expiresAt, HOUR_MS / 2))
    expect(await row(id)).toMatchObject({ status: 'offered', offerEndsAt: expiresAt })
  })

  it('when the ride leaves earlier than it was going to', async () => {
    const { id, listingId } = await offered(() => new Date())
    const soon = rideTime(new Date(Date.now() + 1.5 * HOUR_MS))
    await withListings([listingId], ({ tx }) => moveTimes(tx, listingId, soon))
    expect(await row(id)).toMatchObject({ status: 'offered', offerEndsAt: soon.expiresAt })
  })

  it.each([
    ['taken', takeOffer],
    ['turned down', refuseOffer],
  ])('and cannot be %s afterwards, however late the sweep comes', async (_how, answer) => {
    const { asker, id, expiresAt } = await offered(() => new Date())
    // As a version before this one wrote it.
    await db.request.update({ where: { id }, data: { offerEndsAt: new Date('2100-01-01') } })
    await expect(answer(asker, id, expiresAt)).rejects.toThrow('offer_over')
    await expireDue(expiresAt)
    expect(await statusOf(id)).toBe('expired')
  })
})
