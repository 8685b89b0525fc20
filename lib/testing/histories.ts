import fc from 'fast-check'
import { suspendPerson } from '@/lib/accounts/commands'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { setAvailability, setPlaces, withdrawListing } from '@/lib/listings/commands'
import { addDays, cityDay } from '@/lib/places/city-time'
import {
  acceptRequest,
  askForPlaces,
  cancelRequest,
  declineRequest,
  expireDue,
  refuseOffer,
  takeOffer,
} from '@/lib/requests/commands'
import type { Asker } from '@/lib/requests/links'
import { createAsker, createHome, createHost, createRide } from '@/lib/testing/history-world'
import { askForm } from '@/lib/testing/requests'

const HOUR_MS = 3_600_000
const ZONE = 'Asia/Almaty'
const PARTIES = 4
// Few places and two rides at one time: everyone is in everyone's way.
const RIDES = [
  { host: 0, seats: 2, inHours: 49 },
  { host: 1, seats: 3, inHours: 50 },
  { host: 1, seats: 2, inHours: 5 },
]
const NIGHTS = 3
const BEDS = 2

/** People, listings and links of one history, apart from those of every other. */
export interface World {
  hosts: Actor[]
  moderator: Actor
  /** Rides, then one home. */
  listings: string[]
  askers: Asker[]
  requests: { id: string; listing: number; asker: Asker }[]
  /** Requests whose acceptance was answered with yes. */
  acknowledged: Set<string>
  /** Requests, and listings with all of theirs, that someone has tried to end. */
  ended: Set<string>
  now: Date
}

const weighted = <const T extends string, Numbers extends object>(
  weight: number,
  type: T,
  numbers: { [K in keyof Numbers]: fc.Arbitrary<Numbers[K]> },
) => ({
  weight,
  arbitrary: fc.record<Numbers>(numbers).map((chosen) => ({ type, ...chosen })),
})
const request = fc.nat({ max: 999 })
const listing = fc.nat({ max: RIDES.length })

/** What people do; numbers choose among what there is at that moment. */
const STEPS = fc.oneof(
  weighted(28, 'ask', {
    party: fc.nat({ max: PARTIES - 1 }),
    listing,
    adults: fc.integer({ min: 1, max: 2 }),
    first: fc.nat({ max: NIGHTS - 1 }),
    nights: fc.integer({ min: 1, max: 2 }),
    line: fc.constantFrom('take', 'offer'),
  }),
  weighted(14, 'accept', { request }),
  weighted(8, 'take', { request }),
  weighted(3, 'decline', { request }),
  weighted(9, 'cancel', { request }),
  weighted(3, 'refuse', { request }),
  weighted(5, 'places', { listing, total: fc.integer({ min: 1, max: 3 }) }),
  weighted(6, 'availability', { listing, to: fc.constantFrom('open', 'full', 'paused') }),
  weighted(4, 'wait', { minutes: fc.integer({ min: 10, max: 120 }) }),
  weighted(1, 'withdraw', { listing }),
  weighted(1, 'suspend', { host: fc.nat({ max: 1 }) }),
)

type Step = typeof STEPS extends fc.Arbitrary<infer T> ? T : never
/** What each client does, one thing after the other; clients do it at once. */
export type History = Step[][]

/** Histories for so many clients at once. */
export function historyOf(clients: number): fc.Arbitrary<History> {
  const steps = fc.array(STEPS, { minLength: 2, maxLength: 6 })
  return fc.array(steps, { minLength: clients, maxLength: clients })
}

/** Makes the world of a history. */
export async function createWorld(moderator: Actor): Promise<World> {
  const now = new Date()
  const hosts = [await createHost(moderator), await createHost(moderator)]
  const ownerOf = (host: number) => hosts[host]?.id ?? ''
  const rides = RIDES.map(({ host, seats, inHours }) =>
    createRide(ownerOf(host), seats, new Date(now.getTime() + inHours * HOUR_MS)),
  )
  const listings = await Promise.all([
    ...rides,
    createHome(ownerOf(1), now, { nights: NIGHTS, beds: BEDS }),
  ])
  const askers = await Promise.all(Array.from({ length: PARTIES + listings.length }, createAsker))
  const world: World = {
    hosts,
    moderator,
    listings,
    askers,
    requests: [],
    acknowledged: new Set(),
    ended: new Set(),
    now,
  }
  for (let place = 0; place < listings.length; place += 1) await fill(world, place)
  return world
}

/** A full listing with a line, in which the same parties stand elsewhere too: only then much can go wrong. */
async function fill(world: World, listing: number): Promise<void> {
  const adults = RIDES[listing]?.seats ?? BEDS
  const everything = { adults, listing, first: 0, nights: NIGHTS, line: 'take' as const }
  await askAs(world, { ...everything, type: 'ask', party: PARTIES + listing })
  await answer(world, { type: 'accept', request: world.requests.length - 1 })
  for (let party = 0; party < PARTIES - 1; party += 1) {
    const line = (party + listing) % 2 ? 'take' : 'offer'
    await askAs(world, { ...everything, type: 'ask', party, line, adults: 1, nights: 1 })
  }
}

/**
 * Lets all clients of a history act at once. What the domain refuses is part of life; `observe`
 * looks at everything now and then while the others go on.
 */
export async function live(
  world: World,
  history: History,
  observe: { everySteps: number; look: () => Promise<void> },
  tolerate: (error: unknown) => boolean = isTurnedAway,
): Promise<void> {
  let steps = 0
  await Promise.all(
    history.map(async (own) => {
      for (const step of own) {
        await perform(world, step).catch((error) => {
          if (!(error instanceof DomainError) && !tolerate(error)) throw error
        })
        steps += 1
        if (steps % observe.everySteps === 0) await observe.look()
      }
    }),
  )
}

// So many people at once that this one's transaction did not begin, or was rolled back, in time.
function isTurnedAway(error: unknown): boolean {
  return (error as { code?: string }).code === 'P2028'
}

/** Acceptances that were answered with yes, that nobody tried to end, and that are gone. */
export async function lostAcceptances({
  requests,
  listings,
  acknowledged,
  ended,
}: World): Promise<string[]> {
  const kept = requests.filter(
    ({ id, listing }) =>
      acknowledged.has(id) && !ended.has(id) && !ended.has(listings[listing] ?? ''),
  )
  const ids = kept.map(({ id }) => id)
  const found = await db.request.findMany({
    where: { id: { in: ids }, status: 'accepted' },
    select: { id: true },
  })
  return ids.filter((id) => !found.some((request) => request.id === id))
}

/** Forgets what histories left, so that thousands of them cost the same. */
export async function clearWorlds(): Promise<void> {
  await db.$executeRaw`TRUNCATE hold, message, request, private_link, jobs.job`
  await db.$executeRaw`DELETE FROM capacity`
  await db.$executeRaw`
    DELETE FROM listing WHERE NOT EXISTS (SELECT FROM decision WHERE listing_id = listing.id)`
  await db.$executeRaw`UPDATE listing SET open_requests = 0 WHERE open_requests > 0`
}

async function perform(world: World, step: Step): Promise<void> {
  if (step.type === 'ask') return askAs(world, step)
  if (step.type === 'wait') return pass(world, step.minutes)
  if (step.type === 'suspend') return suspend(world, step.host)
  if ('listing' in step) return changeListing(world, step)
  return answer(world, step)
}

async function askAs(world: World, step: Extract<Step, { type: 'ask' }>): Promise<void> {
  const asker = world.askers[step.party]
  const listingId = world.listings[step.listing]
  if (!asker || !listingId) return
  const from = addDays(cityDay(new Date(), ZONE), step.first + 2)
  const days = step.listing < RIDES.length ? {} : { from, to: addDays(from, step.nights) }
  const form = askForm(listingId, { adults: String(step.adults), line: step.line, ...days })
  const { requestId: id } = await askForPlaces(asker, form, 'ru', world.now)
  world.requests.push({ id, listing: step.listing, asker })
}

async function answer(world: World, { type, request }: Extract<Step, { request: number }>) {
  const isOfOffers = type === 'take' || type === 'refuse'
  const among = isOfOffers ? await offered(world) : world.requests
  const chosen = among[request % among.length]
  if (!chosen) return
  const { id, listing, asker } = chosen
  const host = hostOf(world, listing)
  const { now } = world
  if (type === 'decline' || type === 'cancel') world.ended.add(id)
  if (type === 'decline') return declineRequest(host, id, now)
  if (type === 'cancel') return cancelRequest(asker, id, now)
  if (type === 'refuse') return refuseOffer(asker, id, now)
  await (type === 'accept' ? acceptRequest(host, id, now) : takeOffer(asker, id, now))
  world.acknowledged.add(id)
}

async function offered({ requests }: World): Promise<World['requests']> {
  const ids = requests.map(({ id }) => id)
  const found = await db.request.findMany({
    where: { id: { in: ids }, status: 'offered' },
    select: { id: true },
  })
  return requests.filter(({ id }) => found.some((request) => request.id === id))
}

async function changeListing(
  world: World,
  step: Extract<Step, { type: 'places' | 'availability' | 'withdraw' }>,
): Promise<void> {
  const id = world.listings[step.listing] ?? ''
  const host = hostOf(world, step.listing)
  if (step.type === 'places') return setPlaces(host, id, step.total)
  if (step.type === 'availability') return setAvailability(host, id, step.to)
  world.ended.add(id)
  await withdrawListing(host, id)
}

async function suspend(world: World, host: number): Promise<void> {
  world.listings.forEach((id, listing) => {
    if (hostOf(world, listing) === world.hosts[host]) world.ended.add(id)
  })
  await suspendPerson(world.moderator, world.hosts[host]?.id ?? '', 'for the test')
}

async function pass(world: World, minutes: number): Promise<void> {
  world.now = new Date(world.now.getTime() + minutes * 60_000)
  await expireDue(world.now)
}

function hostOf({ hosts }: World, listing: number): Actor {
  const host = hosts[RIDES[listing]?.host ?? 1]
  if (!host) throw new Error('no such host')
  return host
}
