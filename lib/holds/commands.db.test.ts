import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import type { Conflict } from '@/lib/errors'
import { changeListing, setPlaces } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import { acceptRequest, cancelRequest } from '@/lib/requests/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { day, homeForm, publishHome } from '@/lib/testing/homes'
import { ask, brokenRules, statusOf } from '@/lib/testing/requests'
import { publishRide, rideForm } from '@/lib/testing/rides'

const HOUR_MS = 3_600_000
let people: Cast

beforeAll(async () => {
  people = await cast()
})

const versionOf = async (id: string) =>
  (await db.listing.findUniqueOrThrow({ where: { id }, select: { version: true } })).version

/** Changes a published listing as its author does, and approves what waits for review. */
async function change(listingId: string, form: object): Promise<void> {
  const version = await versionOf(listingId)
  const { ownerId } = await db.listing.findUniqueOrThrow({ where: { id: listingId } })
  const owner = ownerId === people.marta.id ? people.marta : people.aigul
  await changeListing(owner, listingId, version, 'ru', { ...form })
  await approve(listingId)
}

async function approve(listingId: string): Promise<void> {
  const version = await versionOf(listingId)
  const revision = await db.listingRevision.findFirst({ where: { listingId, status: 'pending' } })
  if (!revision) return
  const yes = { action: 'approve', reason: 'fine', note: '' } as const
  await decide(people.samal, { listingId, revisionId: revision.id, version, ...yes })
}

describe('places', () => {
  it('are not lowered below what is held', async () => {
    const listingId = await publishRide(people.marta, people.samal)
    const { id } = await ask(listingId, { adults: '2' })
    await acceptRequest(people.marta, id)
    await expect(setPlaces(people.marta, listingId, 1)).rejects.toThrow('below_held')
    await setPlaces(people.marta, listingId, 2)
  })

  it('more of them, in the form of a listing, go to those who wait', async () => {
    const listingId = await publishHome(people.aigul, people.samal, { beds: 1 })
    const days = { from: day(1), to: day(3) }
    await acceptRequest(people.aigul, (await ask(listingId, days)).id)
    const { id } = await ask(listingId, { ...days, line: 'take' })
    await change(listingId, homeForm({ beds: 2 }))
    expect(await statusOf(id)).toBe('accepted')
    expect(await brokenRules(new Date())).toEqual([])
  })

  it('of nights that are no longer offered are held for nobody', async () => {
    const listingId = await publishHome(people.aigul, people.samal)
    const { id } = await ask(listingId, { from: day(4), to: day(7) })
    await change(listingId, homeForm({ lastNight: day(5), maxNights: 6 }))
    await expect(acceptRequest(people.aigul, id)).rejects.toThrow('just_taken')
    expect(await db.hold.count({ where: { requestId: id } })).toBe(0)
    expect(await brokenRules(new Date())).toEqual([])
  })

  it('are not lowered: exactly the requests in the way are named', async () => {
    const listingId = await publishHome(people.aigul, people.samal)
    const couple = await ask(listingId, { adults: '2', from: day(1), to: day(3) })
    const early = await ask(listingId, { from: day(2), to: day(3) })
    const late = await ask(listingId, { from: day(4), to: day(6) })
    for (const { id } of [couple, early, late]) await acceptRequest(people.aigul, id)
    const inTheWay = (attempt: Promise<void>) =>
      attempt.then(
        () => [],
        ({ code, obstacles }: Conflict) => [code, ...obstacles.map(({ path }) => path)],
      )
    const pathOf = ({ id }: { id: string }) => `/my/requests/${id}`
    const both = ['below_held', pathOf(couple), pathOf(early)]
    expect(await inTheWay(setPlaces(people.aigul, listingId, 2))).toEqual(both)
    expect(await inTheWay(change(listingId, homeForm({ beds: 1 })))).toEqual(both)
    await cancelRequest(couple.asker, couple.id)
    await setPlaces(people.aigul, listingId, 1)
  })

  it('of nights that someone holds stay offered, already when others are proposed', async () => {
    const listingId = await publishHome(people.aigul, people.samal)
    const { id } = await ask(listingId, { from: day(4), to: day(7) })
    await acceptRequest(people.aigul, id)
    const shorter = homeForm({ lastNight: day(5), maxNights: 6 })
    await expect(change(listingId, shorter)).rejects.toMatchObject({
      code: 'below_held',
      obstacles: [{ path: `/my/requests/${id}` }],
    })
    expect(await db.listingRevision.count({ where: { listingId } })).toBe(0)
  })

  it('of nights that somebody came to hold since are not approved away', async () => {
    const listingId = await publishHome(people.aigul, people.samal)
    const { id } = await ask(listingId, { from: day(4), to: day(7) })
    const shorter = homeForm({ lastNight: day(5), maxNights: 6 })
    await changeListing(people.aigul, listingId, await versionOf(listingId), 'ru', { ...shorter })
    await acceptRequest(people.aigul, id)
    await expect(approve(listingId)).rejects.toMatchObject({ code: 'below_held', obstacles: [] })
  })
})

describe('a departure', () => {
  it('that moves takes everyone along', async () => {
    const listingId = await publishRide(people.marta, people.samal)
    const expected = await ask(listingId)
    await acceptRequest(people.marta, expected.id)
    const waits = await ask(listingId)
    await change(listingId, rideForm({ time: '21:10' }))
    const { departsAt } = await db.ride.findUniqueOrThrow({ where: { listingId } })
    for (const { id } of [expected, waits]) {
      expect(await db.request.findUniqueOrThrow({ where: { id } })).toMatchObject({
        startsAt: departsAt,
        endsAt: new Date(departsAt.getTime() + 4 * HOUR_MS),
        expiresAt: new Date(departsAt.getTime() - HOUR_MS),
      })
    }
    const [hold] = await db.$queryRaw<{ same: boolean }[]>`
      SELECT period = tstzrange(starts_at, ends_at) AS same FROM hold
      JOIN request ON request.id = request_id WHERE request_id = ${expected.id}::uuid`
    expect(hold).toEqual({ same: true })
    await cancelRequest(expected.asker, expected.id)
    expect(await brokenRules(new Date())).toEqual([])
  })

  it('that moves to when someone is expected elsewhere takes nothing from them', async () => {
    const early = await publishRide(people.marta, people.samal, { time: '08:00' })
    const late = await publishRide(people.marta, people.samal, { time: '18:00' })
    const { asker, id } = await ask(early)
    const other = await ask(late, {}, asker)
    await acceptRequest(people.marta, id)
    await acceptRequest(people.marta, other.id)
    await change(early, rideForm({ time: '19:00' }))
    expect([await statusOf(id), await statusOf(other.id)]).toEqual(['accepted', 'accepted'])
    await cancelRequest(asker, id)
    await cancelRequest(asker, other.id)
    expect(await db.hold.count({ where: { linkId: asker.linkId } })).toBe(0)
  })

  it('that moves to when someone who waits is expected elsewhere cannot be accepted', async () => {
    const early = await publishRide(people.marta, people.samal, { time: '08:00' })
    const late = await publishRide(people.marta, people.samal, { time: '18:00' })
    const { asker, id } = await ask(early)
    await acceptRequest(people.marta, (await ask(late, {}, asker)).id)
    await change(early, rideForm({ time: '19:00' }))
    await expect(acceptRequest(people.marta, id)).rejects.toThrow('request_moved_on')
    await cancelRequest(asker, id)
  })
})
