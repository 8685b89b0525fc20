import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import { getCentre, listCentres } from '@/lib/centres/queries'
import { type CentreInput, centreFilterSchema } from '@/lib/centres/schema'
import { db } from '@/lib/db'
import { withdrawListing } from '@/lib/listings/commands'
import { PAGE_SIZE } from '@/lib/listings/queries'
import { cityInstant, dayColumn } from '@/lib/places/city-time'
import type { CentreFilter } from '@/lib/search/centres'
import { type Cast, cast } from '@/lib/testing/cast'
import { helpPointForm, offerCentre, officeForm, publishCentre } from '@/lib/testing/centres'
import { sayTruth } from '@/lib/truth/commands'

const DAY_MS = 86_400_000
const MONDAY_NOON = cityInstant('2026-11-23', '12:00', 'Asia/Oral')
let people: Cast

beforeAll(async () => {
  people = await cast()
})

beforeEach(async () => {
  // Decisions are append-only, except for a replica.
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`TRUNCATE listing CASCADE`,
  ])
})

const publish = (change: Partial<CentreInput> = {}) =>
  publishCentre(people.marta, people.samal, helpPointForm(change))

async function found(filter: Partial<CentreFilter> = {}, now = MONDAY_NOON) {
  const page = await listCentres(people.guest, { city: 'uralsk', ...filter }, 'ru', now)
  return page.cards.map(({ id }) => id)
}

function locate(listingId: string, latitude: number, longitude: number) {
  const isPublic = { publicBuilding: true, publicAddress: 'Дом для всех' }
  return db.centre.update({ where: { listingId }, data: { latitude, longitude, ...isPublic } })
}

/** So many copies of one centre, each later and farther from the south-west of Uralsk. */
async function publishMany(count: number): Promise<string[]> {
  const first = await publish()
  const { id: _, ...shared } = await db.listing.findUniqueOrThrow({ where: { id: first } })
  const centre = await db.centre.findUniqueOrThrow({ where: { listingId: first } })
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const publishedAt = new Date(MONDAY_NOON.getTime() + n)
    const { id } = await db.listing.create({ data: { ...shared, publishedAt } })
    await db.centre.create({ data: { ...centre, listingId: id } })
    await locate(id, 51.2 + n / 10, 51.4)
    ids.push(id)
  }
  await withdrawListing(people.marta, first)
  return ids
}

function confirmedAt(id: string, date: Date, warningsDelivered = 0) {
  return db.listing.update({ where: { id }, data: { confirmedAt: date, warningsDelivered } })
}

describe('what a guest sees', () => {
  it('is a published help point, without its address', async () => {
    const id = await publish({ city: 'almaty', district: 'medeu' })
    const now = MONDAY_NOON
    const { cards } = await listCentres(people.guest, { city: 'almaty' }, 'kk', now)
    expect(cards).toMatchObject([
      {
        id,
        centreKind: 'help_point',
        district: 'Медеу ауданы',
        opening: { open: true, closesAt: cityInstant('2026-11-23', '18:00', 'Asia/Almaty') },
        author: { name: 'Марта' },
      },
    ])
    const detail = await getCentre(people.guest, id, 'kk', now)
    expect(detail).toMatchObject({ publicAddress: null, publicPhone: null, source: null })
    expect(JSON.stringify([cards, detail])).not.toMatch(/примера|sealed/i)
  })

  it('is the address, phone and source of an office', async () => {
    const form = officeForm({ publicPhone: '+77172555555' })
    const id = await publishCentre(people.samal, people.erzhan, form)
    expect(await getCentre(people.guest, id, 'ru', MONDAY_NOON)).toMatchObject({
      publicAddress: 'Дом для всех',
      publicPhone: '+77172555555',
      source: { url: 'https://example.org/offices', checkedOn: dayColumn('2026-11-20') },
    })
  })

  const hidden: Record<string, () => Promise<string>> = {
    'one that waits for review': () => offerCentre(people.marta),
    'one of somebody not verified': () => offerCentre(people.timur),
    'one that was withdrawn': async () => {
      const id = await publish()
      await withdrawListing(people.marta, id)
      return id
    },
    'one that is paused': async () => {
      const id = await publish()
      await sayTruth(people.marta, id, 'week')
      return id
    },
    'one not confirmed for 60 days after two warnings': async () => {
      const id = await publish()
      await confirmedAt(id, new Date(MONDAY_NOON.getTime() - 61 * DAY_MS), 2)
      return id
    },
  }

  it.each(Object.keys(hidden))('is never %s', async (name) => {
    const id = (await hidden[name]?.()) ?? ''
    expect(await found()).toEqual([])
    expect(await found({ city: null, open: 'now', service: 'iin' })).toEqual([])
    await expect(getCentre(people.guest, id, 'ru', MONDAY_NOON)).rejects.toThrow('centre')
  })

  it('is hidden from a guest but not from its author and the staff', async () => {
    const id = await offerCentre(people.marta)
    const seenBy = async (viewer: Viewer) =>
      (await listCentres(viewer, { city: 'uralsk' }, 'ru', MONDAY_NOON)).cards.length
    expect(await seenBy(people.marta)).toBe(1)
    expect(await seenBy(people.samal)).toBe(1)
    expect(await seenBy(people.anna)).toBe(0)
    expect(await getCentre(people.marta, id, 'ru', MONDAY_NOON)).toMatchObject({ id })
  })
})

describe('filters', () => {
  it('leave out other cities and services', async () => {
    const here = await publish()
    const translators = await publish({ services: ['translation'] })
    const elsewhere = await publish({ city: 'astana' })
    expect((await found()).sort()).toEqual([here, translators].sort())
    expect(await found({ service: 'translation' })).toEqual([translators])
    expect((await found({ city: null })).sort()).toEqual([here, translators, elsewhere].sort())
  })

  it('leave out what is closed now or of unknown hours', async () => {
    const open = await publish()
    await publish({ hours: [{ weekday: 2, opens: 0, closes: 1440 }] })
    await publish({ hours: [] })
    expect(await found({ open: 'now' })).toEqual([open])
    expect(await found({ open: 'now' }, cityInstant('2026-11-23', '20:00', 'Asia/Oral'))).toEqual(
      [],
    )
  })

  it('know public holidays and dated exceptions', async () => {
    const noon = cityInstant('2026-12-16', '12:00', 'Asia/Oral')
    const closed = await publish()
    const open = await publish({ closedHolidays: false })
    expect(await found({ open: 'now' }, noon)).toEqual([open])
    expect(await getCentre(people.guest, closed, 'ru', noon)).toMatchObject({
      opening: { open: false, because: 'holiday' },
    })
    const day = dayColumn('2026-12-16')
    await db.openingException.create({ data: { listingId: open, day } })
    expect(await getCentre(people.guest, open, 'ru', noon)).toMatchObject({
      opening: { open: false, because: 'exception' },
    })
  })
})

describe('the order of a list', () => {
  it('is open first, then unknown, closed, and last what nobody confirmed for a month', async () => {
    const sunk = await publish()
    const closed = await publish({ hours: [{ weekday: 2, opens: 540, closes: 600 }] })
    const unknown = await publish({ hours: [] })
    const open = await publish()
    const openLater = await publish()
    await confirmedAt(sunk, new Date(MONDAY_NOON.getTime() - 31 * DAY_MS))
    expect(await found()).toEqual([open, openLater, unknown, closed, sunk])
  })

  it('goes on where the page before ended, each centre once', async () => {
    const first = await publish()
    const { id: _, ...shared } = await db.listing.findUniqueOrThrow({ where: { id: first } })
    const others = Array.from({ length: PAGE_SIZE + 4 }, () => shared)
    const rows = await db.listing.createManyAndReturn({ data: others, select: { id: true } })
    const centre = await db.centre.findUniqueOrThrow({ where: { listingId: first } })
    await db.centre.createMany({ data: rows.map(({ id }) => ({ ...centre, listingId: id })) })
    const open = rows.slice(0, 8)
    await db.openingHours.createMany({
      data: open.map(({ id }) => ({ listingId: id, weekday: 1, opens: 540, closes: 1080 })),
    })

    const filter = { city: 'uralsk' } as const
    const page = await listCentres(people.guest, filter, 'ru', MONDAY_NOON)
    expect(page.cards).toHaveLength(PAGE_SIZE)
    const cursor = page.next ?? undefined
    const rest = await listCentres(people.guest, { ...filter, cursor }, 'ru', MONDAY_NOON)
    expect(rest.next).toBeNull()
    const all = [...page.cards, ...rest.cards]
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set([first, ...rows.map(({ id }) => id)]))
    expect(all.filter(({ opening }) => opening.open)).toEqual(all.slice(0, 9))
    expect(await found({ open: 'now' })).toHaveLength(9)
  })

  it.each([{ sort: 'newest' }, { sort: 'nearest', near: '51.20,51.40' }] as const)(
    'by $sort goes on where the page before ended, through its address',
    async (asked) => {
      const ids = await publishMany(PAGE_SIZE + 4)
      const walked: string[] = []
      for (let cursor: string | undefined, pages = 0; pages < 3; pages++) {
        const filter = centreFilterSchema.parse({ ...asked, cursor })
        const page = await listCentres(people.guest, { ...filter, city: null }, 'ru', MONDAY_NOON)
        walked.push(...page.cards.map(({ id }) => id))
        if (!page.next) break
        cursor = page.next
      }
      expect(walked).toEqual(asked.sort === 'newest' ? ids.toReversed() : ids)
    },
  )

  it('by distance is the nearest first, what nobody located last, each with how far it is', async () => {
    const unknown = await publish()
    const far = await publish({ city: 'almaty' })
    const near = await publish()
    await locate(far, 43.24, 76.89)
    await locate(near, 51.23, 51.37)
    const filter = { city: null, sort: 'nearest', near: '51.20,51.40' } as const
    const { cards } = await listCentres(people.guest, filter, 'ru', MONDAY_NOON)
    expect(cards.map(({ id, distanceKm }) => [id, distanceKm])).toEqual([
      [near, 4],
      [far, 2105],
      [unknown, undefined],
    ])
  })

  it('begins anew at a cursor that nobody gave out', async () => {
    const id = await publish()
    expect(await found({ cursor: 'zzz' })).toEqual([id])
  })
})
