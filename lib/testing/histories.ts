import fc from 'fast-check'
import { suspendPerson } from '@/lib/accounts/commands'
import { askForPlaces } from '@/lib/asking/commands'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { advanceIdleLines } from '@/lib/holds/commands'
import { setPlaces, withdrawListing } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import { addDays } from '@/lib/places/city-time'
import { eraseAskerSide } from '@/lib/private-links/commands'
import {
  acceptRequest,
  cancelRequest,
  declineRequest,
  expireDue,
  refuseOffer,
  takeOffer,
} from '@/lib/requests/commands'
import { createAsker, NIGHTS, nightOf, type World } from '@/lib/testing/history-world'
import { askForm } from '@/lib/testing/requests'
import { pauseListing, sayTruth } from '@/lib/truth/commands'

const MINUTE_MS = 60_000

const weighted = <const T extends string, Numbers extends object>(
  weight: number,
  type: T,
  numbers: { [K in keyof Numbers]: fc.Arbitrary<Numbers[K]> },
) => ({
  weight,
  arbitrary: fc.record<Numbers>(numbers).map((chosen) => ({ type, ...chosen })),
})
const which = fc.nat({ max: 999 })

/** What people do every day; numbers choose among what there is at that moment. */
const LIFE = fc.oneof(
  weighted(28, 'ask', {
    party: which,
    listing: which,
    adults: fc.integer({ min: 1, max: 2 }),
    first: fc.nat({ max: NIGHTS - 1 }),
    nights: fc.integer({ min: 1, max: 2 }),
    line: fc.constantFrom('take', 'offer'),
  }),
  weighted(14, 'accept', { request: which }),
  weighted(8, 'take', { request: which }),
  weighted(3, 'decline', { request: which }),
  weighted(9, 'cancel', { request: which }),
  weighted(3, 'refuse', { request: which }),
  weighted(5, 'places', { listing: which, total: fc.integer({ min: 1, max: 3 }) }),
  weighted(4, 'say', { listing: which, word: fc.constantFrom('open', 'full') }),
  weighted(3, 'pause', { listing: which, minutes: fc.integer({ min: 20, max: 200 }) }),
  weighted(4, 'wait', { minutes: fc.integer({ min: 10, max: 120 }) }),
  weighted(1, 'wake', {}),
  weighted(2, 'erase', { party: which }),
)
/** What brings listings down. */
const ENDINGS = fc.oneof(
  weighted(1, 'withdraw', { listing: which }),
  weighted(1, 'take_down', { listing: which }),
  weighted(1, 'suspend', { host: fc.nat({ max: 1 }) }),
)

type Chosen<A> = A extends fc.Arbitrary<infer T> ? T : never
type Step = Chosen<typeof LIFE> | Chosen<typeof ENDINGS>
/** What each client does, one thing after the other; clients do it at once. */
export type History = Step[][]

/** Histories for so many clients at once; of so many deeds one brings a listing down. */
export function historyOf(clients: number, deedsOfAnEnding = 30): fc.Arbitrary<History> {
  const step = fc.oneof(
    { weight: deedsOfAnEnding - 1, arbitrary: LIFE },
    { weight: 1, arbitrary: ENDINGS },
  )
  const steps = fc.array(step, { minLength: 2, maxLength: 6 })
  return fc.array(steps, { minLength: clients, maxLength: clients })
}

/**
 * Lets all clients of a history act at once. What the domain refuses is part of life; `look` is
 * called after each deed, while the others go on.
 */
export async function live(
  world: World,
  history: History,
  look: () => Promise<void>,
  tolerate: (error: unknown) => boolean | Promise<boolean> = isTurnedAway,
): Promise<void> {
  await Promise.all(
    history.map(async (own) => {
      for (const step of own) {
        await perform(world, step).catch(async (error) => {
          if (!(error instanceof DomainError) && !(await tolerate(error))) throw error
        })
        await look()
      }
    }),
  )
}

/** Calls it every so many times that it is asked to. */
export function every(times: number, look: () => Promise<void>): () => Promise<void> {
  let asked = 0
  return async () => {
    asked += 1
    if (asked % times === 0) await look()
  }
}

// So many people at once that this one's transaction did not begin, or was rolled back, in time.
function isTurnedAway(error: unknown): boolean {
  return (error as { code?: string }).code === 'P2028'
}

/** Acceptances that were answered with yes, that nobody tried to end, and that are gone. */
export async function lostAcceptances(...worlds: World[]): Promise<string[]> {
  const ids = worlds.flatMap(({ requests, listings, acknowledged, ended }) => {
    const isKept = (id: string, at: number) =>
      acknowledged.has(id) && !ended.has(id) && !ended.has(listings[at]?.id ?? '')
    return requests.flatMap(({ id, listing }) => (isKept(id, listing) ? [id] : []))
  })
  const found = await db.request.findMany({
    where: { id: { in: ids }, status: 'accepted' },
    select: { id: true },
  })
  const kept = new Set(found.map(({ id }) => id))
  return ids.filter((id) => !kept.has(id))
}

/** Does by this moment what the worker does by itself: ends what is over, moves idle lines. */
export async function sweep(now: Date): Promise<void> {
  await expireDue(now)
  await advanceIdleLines(now)
}

/** Forgets what histories left, so that thousands of them cost the same. */
export async function clearWorlds(): Promise<void> {
  await db.$transaction(async (tx) => {
    // The triggers that keep decisions and the log of staff sleep meanwhile.
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    await tx.$executeRaw`TRUNCATE listing, private_link, staff_log, jobs.job CASCADE`
  })
}

async function perform(world: World, step: Step): Promise<void> {
  if (step.type === 'ask') return askAs(world, step)
  if (step.type === 'wait') return pass(world, step.minutes)
  if (step.type === 'wake') return void (await advanceIdleLines(world.now))
  if (step.type === 'erase') return erase(world, step.party)
  if (step.type === 'suspend') return suspend(world, step.host)
  if ('listing' in step) return changeListing(world, step)
  return answer(world, step)
}

async function askAs(world: World, step: Extract<Step, { type: 'ask' }>): Promise<void> {
  const asker = chosen(world.askers, step.party)
  const at = step.listing % world.listings.length
  const listing = world.listings[at]
  if (!asker || !listing) return
  const from = nightOf(new Date(), step.first)
  const days = listing.isHome ? { from, to: addDays(from, step.nights) } : {}
  const form = askForm(listing.id, { adults: String(step.adults), line: step.line, ...days })
  const { requestId: id } = await askForPlaces(asker, form, 'ru', world.now)
  world.requests.push({ id, listing: at, asker })
}

async function answer(world: World, { type, request }: Extract<Step, { request: number }>) {
  const isOfOffers = type === 'take' || type === 'refuse'
  const about = chosen(isOfOffers ? await offered(world) : world.requests, request)
  const host = about && world.listings[about.listing]?.host
  if (!about || !host) return
  const { id, asker } = about
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
  step: Extract<Step, { type: 'places' | 'say' | 'pause' | 'withdraw' | 'take_down' }>,
): Promise<void> {
  const listing = chosen(world.listings, step.listing)
  if (!listing) return
  const { id, host } = listing
  const { now, moderator } = world
  if (step.type === 'places') return setPlaces(host, id, step.total, now)
  if (step.type === 'say') return sayTruth(host, id, step.word, now)
  if (step.type === 'pause') return pauseListing(host, id, later(world, step.minutes), now)
  world.ended.add(id)
  if (step.type === 'withdraw') return withdrawListing(host, id, now)
  const { version } = await db.listing.findUniqueOrThrow({ where: { id } })
  const reason = { action: 'take_down', reason: 'looks_like_fraud', note: '' } as const
  await decide(moderator, { listingId: id, version, ...reason })
}

/** Their places stay theirs, so an acceptance is not lost by it; they come again as somebody new. */
async function erase(world: World, party: number): Promise<void> {
  const asker = chosen(world.askers, party)
  if (!asker) return
  await eraseAskerSide(asker, world.now)
  world.askers[world.askers.indexOf(asker)] = await createAsker()
}

async function suspend(world: World, host: number): Promise<void> {
  const person = world.hosts[host]
  if (!person) return
  for (const listing of world.listings) if (listing.host === person) world.ended.add(listing.id)
  await suspendPerson(world.moderator, person.id, 'rules', '', world.now)
}

// Rarely together with moving idle lines, which would hide a deed that left one idle.
async function pass(world: World, minutes: number): Promise<void> {
  world.now = later(world, minutes)
  await expireDue(world.now)
}

function chosen<T>(among: T[], at: number): T | undefined {
  return among[at % among.length]
}

function later({ now, pace }: World, minutes: number): Date {
  return new Date(now.getTime() + minutes * pace * MINUTE_MS)
}
