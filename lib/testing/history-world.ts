import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { addDays, cityDay, cityInstant, dayColumn } from '@/lib/places/city-time'
import { newToken } from '@/lib/private-links/tokens'
import type { Asker } from '@/lib/requests/links'
import { type AskedTime, askedTime, rideTime } from '@/lib/requests/rules'
import { hashEmail, hashToken, seal } from '@/lib/seal'
import { actorsOf } from '@/lib/testing/cast'

const HOUR_MS = 3_600_000
const ZONE = 'Asia/Almaty'
/** Of a home. */
export const NIGHTS = 3
const BEDS = 2

/** What a world is made of. */
export interface Plan {
  /** Who may ask; each has a link. */
  parties: number
  /** How many of them stand in the line of every listing when it begins. */
  waiting: number
  rides: { host: 0 | 1; seats: number; inHours: number }[]
  hasHome: boolean
  /** Whether one guest has all places of a listing, or each of them somebody else. */
  guests: 'one' | 'many'
  /** How fast its clock goes: the more people, the more often they wait. */
  pace: number
}

/** Few places and two rides at one time: everyone is in everyone's way. */
export const NEIGHBOURS: Plan = {
  parties: 4,
  waiting: 3,
  rides: [
    { host: 0, seats: 2, inHours: 49 },
    { host: 1, seats: 3, inHours: 50 },
    { host: 1, seats: 2, inHours: 5 },
  ],
  hasHome: true,
  guests: 'one',
  pace: 1,
}
/** One ride that very many want. */
export const CROWD: Plan = {
  parties: 80,
  waiting: 8,
  rides: [{ host: 0, seats: 3, inHours: 49 }],
  hasHome: false,
  guests: 'many',
  pace: 0.03,
}

/** People, listings and links of one history, apart from those of every other. */
export interface World {
  hosts: Actor[]
  moderator: Actor
  /** Rides, then one home, each with its host. */
  listings: { id: string; host: Actor; isHome: boolean }[]
  askers: Asker[]
  requests: { id: string; listing: number; asker: Asker }[]
  /** Requests whose acceptance was answered with yes. */
  acknowledged: Set<string>
  /** Requests, and listings with all of theirs, that someone has tried to end. */
  ended: Set<string>
  /** When it was made, and its clock. */
  began: Date
  now: Date
  pace: number
}

/** The rows of worlds, written together: thousands of worlds must begin quickly. */
interface Rows {
  listing: Prisma.ListingCreateManyInput[]
  ride: Prisma.RideCreateManyInput[]
  housing: Prisma.HousingCreateManyInput[]
  capacity: Prisma.CapacityCreateManyInput[]
  privateLink: Prisma.PrivateLinkCreateManyInput[]
  request: Prisma.RequestCreateManyInput[]
}

/** Makes one world. */
export async function createWorld(moderator: Actor): Promise<World> {
  const [world] = await createWorlds(moderator, 1)
  if (!world) throw new Error('no such world')
  return world
}

/**
 * Makes so many worlds whose listings are all full and have a line, in which the same parties stand
 * elsewhere too: only then much can go wrong.
 */
export async function createWorlds(
  moderator: Actor,
  count: number,
  plan: Plan = NEIGHBOURS,
): Promise<World[]> {
  const now = new Date()
  const hosts = await createHosts(moderator, 2 * count)
  const rows: Rows = {
    listing: [],
    ride: [],
    housing: [],
    capacity: [],
    privateLink: [],
    request: [],
  }
  const worlds = Array.from({ length: count }, (_, at) =>
    plant(rows, plan, { hosts: hosts.slice(2 * at, 2 * at + 2), moderator, now }),
  )
  await db.listing.createMany({ data: rows.listing })
  await db.ride.createMany({ data: rows.ride })
  await db.housing.createMany({ data: rows.housing })
  await db.capacity.createMany({ data: rows.capacity })
  await db.privateLink.createMany({ data: rows.privateLink })
  await db.request.createMany({ data: rows.request })
  await db.$executeRaw`
    INSERT INTO hold (request_id, link_id, listing_id, kind, places, period)
    SELECT id, link_id, listing_id, kind, adults, tstzrange(starts_at, ends_at) FROM request
    WHERE status = 'accepted' AND listing_id = ANY (${rows.listing.map(({ id }) => id)}::uuid[])`
  return worlds
}

/** Verified volunteers of these histories alone. */
export async function createHosts(moderator: Actor, count: number): Promise<Actor[]> {
  const data = Array.from({ length: count }, () => {
    const email = `${newToken()}@qadam.test`
    return {
      emailSealed: seal(email, 'account.email'),
      emailHash: hashEmail(email),
      publicName: 'Марта',
      verifiedAt: new Date(),
      verifiedHow: 'met_in_person' as const,
      verifiedById: moderator.id,
    }
  })
  const accounts = await db.account.createManyAndReturn({ data, select: { id: true } })
  return actorsOf(accounts.map(({ id }) => id))
}

/** A published ride. */
export async function createRide(ownerId: string, seats: number, leaves: Date): Promise<string> {
  const { listing, ride } = rideRows(ownerId, leaves)
  await db.listing.create({ data: listing, select: { id: true } })
  await db.ride.create({ data: ride, select: { listingId: true } })
  await db.capacity.create({ data: { listingId: ride.listingId, total: seats } })
  return ride.listingId
}

/** A newcomer's private link. */
export async function createAsker(): Promise<Asker> {
  const { asker, link } = askerRow(0)
  await db.privateLink.create({ data: link, select: { id: true } })
  return asker
}

function plant(rows: Rows, plan: Plan, base: Pick<World, 'hosts' | 'moderator' | 'now'>): World {
  const world: World = {
    ...base,
    began: base.now,
    pace: plan.pace,
    listings: [],
    askers: [],
    requests: [],
    acknowledged: new Set(),
    ended: new Set(),
  }
  const count = plan.rides.length + (plan.hasHome ? 1 : 0)
  for (let party = 0; party < plan.parties; party += 1) {
    const { asker, link } = askerRow(party < plan.waiting ? count : 0)
    world.askers.push(asker)
    rows.privateLink.push(link)
  }
  for (const { host, seats, inHours } of plan.rides) {
    const { listing, ride } = rideRows(base.hosts[host]?.id ?? '', hoursFrom(base.now, inHours))
    rows.listing.push({ ...listing, openRequests: plan.waiting })
    rows.ride.push(ride)
    rows.capacity.push({ listingId: ride.listingId, total: seats, held: seats })
    const time = rideTime(ride.departsAt as Date)
    fill(rows, world, plan, {
      listing: { id: ride.listingId, host: base.hosts[host] as Actor, isHome: false },
      everything: { adults: seats, firstNight: null, lastNight: null, ...time },
      little: { adults: 1, firstNight: null, lastNight: null, ...time },
    })
  }
  if (plan.hasHome) plantHome(rows, world, plan)
  return world
}

function plantHome(rows: Rows, world: World, plan: Plan): void {
  const { now, hosts } = world
  const host = hosts[1] as Actor
  const nights = Array.from({ length: NIGHTS }, (_, night) => nightOf(now, night))
  const [first = '', last = ''] = [nights[0], nights.at(-1)]
  const over = cityInstant(addDays(last, 1), '00:00', ZONE)
  const listing = listingRow(host.id, 'housing', now, over)
  rows.listing.push({ ...listing, openRequests: plan.waiting })
  rows.housing.push({
    listingId: listing.id,
    housingKind: 'room',
    firstNight: dayColumn(first),
    lastNight: dayColumn(last),
    maxNights: NIGHTS,
    priceTenge: 0,
    languages: ['ru'],
    addressSealed: NOTHING_SEALED.address,
  })
  const beds = (night: string) => ({ night: dayColumn(night), total: BEDS, held: BEDS })
  rows.capacity.push(...nights.map((night) => ({ listingId: listing.id, ...beds(night) })))
  const housing = { minNights: 1, maxNights: NIGHTS }
  const asked = { kind: 'housing', city: 'uralsk', ride: null, housing } as const
  const stay = (to: string) => askedTime(asked, { from: first, to }, now)
  fill(rows, world, plan, {
    listing: { id: listing.id, host, isHome: true },
    everything: { adults: BEDS, ...stay(addDays(last, 1)) },
    little: { adults: 1, ...stay(addDays(first, 1)) },
  })
}

/** Guests have everything; others stand in line for a little. */
function fill(
  rows: Rows,
  world: World,
  plan: Plan,
  { listing, everything, little }: Filling,
): void {
  const at = world.listings.push(listing) - 1
  const kind = listing.isHome ? 'housing' : 'ride'
  const add = (asker: Asker, request: Omit<Prisma.RequestCreateManyInput, 'id' | 'linkId'>) => {
    const id = randomUUID()
    rows.request.push({ ...request, id, linkId: asker.linkId })
    world.requests.push({ id, listing: at, asker })
    return id
  }
  const shared = { listingId: listing.id, kind, children: 0 } as const
  const [guests, adults] = plan.guests === 'one' ? [1, everything.adults] : [everything.adults, 1]
  for (let guest = 0; guest < guests; guest += 1) {
    const { asker, link } = askerRow(0)
    rows.privateLink.push(link)
    const accepted = { status: 'accepted', acceptedAt: world.now } as const
    world.acknowledged.add(add(asker, { ...shared, ...everything, ...accepted, adults }))
  }
  for (const [turn, asker] of world.askers.slice(0, plan.waiting).entries()) {
    const line = (turn + at) % 2 ? 'take' : 'offer'
    const queuedAt = new Date(world.now.getTime() - 1_000 + turn)
    add(asker, { ...shared, ...little, status: 'waiting', line, queuedAt })
  }
}

interface Filling {
  listing: World['listings'][number]
  everything: AskedTime & { adults: number }
  little: AskedTime & { adults: number }
}

/** The night of a world's home, in days of the city. */
export function nightOf(now: Date, night: number): string {
  return addDays(cityDay(now, ZONE), night + 2)
}

const NOTHING_SEALED = { meeting: seal('{}', 'ride.meeting'), address: seal('', 'housing.address') }

function rideRows(ownerId: string, leaves: Date) {
  const departsAt = new Date(Math.ceil(leaves.getTime() / HOUR_MS) * HOUR_MS)
  const listing = listingRow(ownerId, 'ride', departsAt, hoursFrom(departsAt, 1))
  const ride = {
    listingId: listing.id,
    fromPlaceId: 'crossing-syrym',
    toPlaceId: 'city-uralsk',
    departsAt,
    priceTenge: 0,
    luggage: 'none',
    languages: ['ru'],
    meetingSealed: NOTHING_SEALED.meeting,
  } as const satisfies Prisma.RideCreateManyInput
  return { listing, ride }
}

function listingRow(ownerId: string, kind: 'ride' | 'housing', sortAt: Date, expiresAt: Date) {
  const words = { title: 'Для истории', body: '', language: 'ru', city: 'uralsk' } as const
  const published = { status: 'published', publishedAt: new Date(), sample: true } as const
  return { id: randomUUID(), kind, ownerId, sortAt, expiresAt, ...words, ...published }
}

function askerRow(openRequests: number) {
  const link = { id: randomUUID(), tokenHash: hashToken(newToken()), locale: 'ru' as const }
  const asker = { linkId: link.id, tokenHash: link.tokenHash } as Asker
  return { asker, link: { ...link, openRequests } }
}

function hoursFrom(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * HOUR_MS)
}
