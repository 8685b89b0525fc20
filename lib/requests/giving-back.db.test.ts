import { afterEach, beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { withdrawListing } from '@/lib/listings/commands'
import { eraseAskerSide } from '@/lib/private-links/commands'
import {
  cancelRequest,
  declineRequest,
  expireDue,
  refuseOffer,
  takeOffer,
} from '@/lib/requests/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { ask, brokenRules, freePlaces, publishFullRide, statusOf } from '@/lib/testing/requests'

const TURNS = Array.from({ length: 6 }, (_, turn) => turn)
const OVER = ['cancelled', 'declined', 'expired', 'released']
let people: Cast

beforeAll(async () => {
  people = await cast()
})

afterEach(async () => {
  expect(await brokenRules(new Date())).toEqual([])
})

const version = async (id: string) =>
  (await db.request.findUniqueOrThrow({ where: { id } })).version

it.each(TURNS)('places that everybody gives back at once come back once (%i)', async () => {
  const { listingId, guest } = await publishFullRide(people.marta, people.samal, 3)
  const before = await version(guest.id)
  await Promise.allSettled([
    cancelRequest(guest.asker, guest.id),
    declineRequest(people.marta, guest.id),
    cancelRequest(guest.asker, guest.id),
    declineRequest(people.marta, guest.id),
  ])
  expect(OVER).toContain(await statusOf(guest.id))
  expect(await version(guest.id)).toBe(before + 1)
  expect(await freePlaces(listingId)).toEqual([3])
})

it.each(TURNS)('so do offered ones, and the next in line gets them once (%i)', async () => {
  const { listingId, guest } = await publishFullRide(people.marta, people.samal, 2)
  const first = await ask(listingId, { adults: '2', line: 'offer' })
  const next = await ask(listingId, { adults: '2', line: 'take' })
  await cancelRequest(guest.asker, guest.id)
  const { offerEndsAt } = await db.request.findUniqueOrThrow({ where: { id: first.id } })
  const late = offerEndsAt ?? new Date()
  await Promise.allSettled([
    refuseOffer(first.asker, first.id),
    declineRequest(people.marta, first.id),
    expireDue(late),
    cancelRequest(first.asker, first.id),
    expireDue(late),
    eraseAskerSide(first.asker),
  ])
  expect([...OVER, 'waiting']).toContain(await statusOf(first.id))
  expect(await statusOf(next.id)).toBe('accepted')
  expect(await freePlaces(listingId)).toEqual([0])
})

it.each(TURNS)('and with a take at the end of their time nobody has them twice (%i)', async () => {
  const { listingId, guest } = await publishFullRide(people.marta, people.samal, 2)
  const only = await ask(listingId, { adults: '2', line: 'offer' })
  await cancelRequest(guest.asker, guest.id)
  const { expiresAt } = await db.request.findUniqueOrThrow({ where: { id: only.id } })
  await Promise.allSettled([
    takeOffer(only.asker, only.id),
    expireDue(expiresAt),
    withdrawListing(people.marta, listingId),
    expireDue(expiresAt),
  ])
  expect(OVER).toContain(await statusOf(only.id))
  expect(await freePlaces(listingId)).toEqual([2])
})
