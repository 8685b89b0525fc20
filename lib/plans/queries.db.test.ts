import pg from 'pg'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GUEST } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { PAGE_SIZE } from '@/lib/listings/queries'
import { addDays, cityClock, cityInstant, weekdayOf } from '@/lib/places/city-time'
import { listPlaceFacts } from '@/lib/places/queries'
import { getPlan } from '@/lib/plans/queries'
import type { PlanInput } from '@/lib/plans/schema'
import { type Cast, cast } from '@/lib/testing/cast'
import { helpPointForm, publishCentre } from '@/lib/testing/centres'
import { day, publishHome } from '@/lib/testing/homes'
import { publishRide } from '@/lib/testing/rides'

let people: Cast

beforeAll(async () => {
  people = await cast()
})

// Decisions are append-only, so what earlier tests published is taken out of sight instead.
beforeEach(async () => {
  await db.listing.updateMany({ data: { pausedUntil: new Date(Date.now() + 86_400_000) } })
})

const ride = (change = {}) =>
  publishRide(people.marta, people.samal, { from: 'crossing-taskala', day: day(1), ...change })
const home = (change = {}) => publishHome(people.marta, people.samal, change)

const PLAN: PlanInput = {
  from: 'crossing-taskala',
  city: 'uralsk',
  date: day(1),
  time: '12:00',
  adults: 2,
  children: 0,
  pets: 0,
  nights: 1,
  ride: true,
  bed: true,
}

async function copyRide(listingId: string, times: number) {
  const { id: _, ...listing } = await db.listing.findUniqueOrThrow({ where: { id: listingId } })
  const own = await db.ride.findUniqueOrThrow({ where: { listingId } })
  const rows = await db.listing.createManyAndReturn({
    data: Array.from({ length: times }, () => listing),
    select: { id: true },
  })
  await db.ride.createMany({ data: rows.map(({ id }) => ({ ...own, listingId: id })) })
  await db.capacity.createMany({ data: rows.map(({ id }) => ({ listingId: id, total: 3 })) })
}

async function planned(change: Partial<PlanInput> = {}) {
  const places = await listPlaceFacts('ru')
  return getPlan(GUEST, { ...PLAN, ...change }, places, 'ru', new Date())
}

const ids = (cards: readonly { id: string }[] | null | undefined) =>
  (cards ?? []).map(({ id }) => id)

describe('rides of a plan', () => {
  it('leave after the arrival, within twelve hours, the soonest first', async () => {
    const late = await ride({ time: '20:00' })
    const soon = await ride({ time: '14:30' })
    await ride({ time: '11:30' })
    await ride({ day: day(2), time: '10:00' })
    const { rides } = await planned()
    expect(ids(rides?.fitting)).toEqual([soon, late])
    expect(rides).toMatchObject({ isThere: false, next: null })
  })

  it('start where the people are and go where they want to', async () => {
    await ride({ from: 'crossing-syrym', time: '14:00' })
    await ride({ to: 'city-astana', time: '14:00' })
    expect((await planned()).rides).toEqual({ isThere: false, fitting: [], next: null })
  })

  it('have a seat for everyone, also for children, and take animals', async () => {
    const small = await ride({ seats: 2, childSeats: 0, pets: false, time: '13:00' })
    const large = await ride({ seats: 4, childSeats: 2, pets: true, time: '15:00' })
    expect(ids((await planned()).rides?.fitting)).toEqual([small, large])
    const family = await planned({ adults: 1, children: 1 })
    expect(ids(family.rides?.fitting)).toEqual([large])
    expect(ids((await planned({ pets: 1 })).rides?.fitting)).toEqual([large])
  })

  it('that do not fit are told as the next, when they have enough seats', async () => {
    const noChildSeat = await ride({ seats: 3, childSeats: 0, time: '13:00' })
    const { rides } = await planned({ children: 1 })
    expect(rides?.fitting).toEqual([])
    expect(rides?.next?.id).toBe(noChildSeat)
    expect((await planned({ adults: 9 })).rides?.next).toBeNull()
    const tomorrow = await ride({ seats: 9, day: day(3) })
    expect((await planned({ adults: 9 })).rides?.next?.id).toBe(tomorrow)
  })

  it('are not hidden by earlier ones that do not fit', async () => {
    const unfit = await ride({ seats: 3, childSeats: 0, pets: false, time: '13:00' })
    await copyRide(unfit, PAGE_SIZE + 1)
    const fitting = await ride({ seats: 3, childSeats: 1, pets: true, time: '15:00' })
    const { rides } = await planned({ adults: 1, children: 1, pets: 1 })
    expect(ids(rides?.fitting)).toEqual([fitting])
    expect(rides?.next).toBeNull()
  })

  it('from a station may start anywhere in its city', async () => {
    const id = await ride({ from: 'city-uralsk', to: 'city-astana', time: '14:00' })
    const plan = { from: 'station-uralsk', city: 'astana' } as const
    expect(ids((await planned(plan)).rides?.fitting)).toEqual([id])
  })

  it('are not needed by those who arrive in the city, nor told when nobody asks', async () => {
    await ride({ from: 'city-uralsk', to: 'city-astana' })
    expect((await planned({ from: 'station-uralsk' })).rides?.isThere).toBe(true)
    expect((await planned({ ride: false })).rides).toBeNull()
  })
})

describe('beds of a plan', () => {
  it('are free on each night for all of the party', async () => {
    const id = await home({ beds: 3 })
    expect(ids((await planned({ nights: 3 })).homes)).toEqual([id])
    expect((await planned({ adults: 4 })).homes).toEqual([])
    expect((await planned({ date: day(5), nights: 3 })).homes).toEqual([])
    await db.capacity.updateMany({
      where: { listingId: id, night: new Date(day(2)) },
      data: { held: 2 },
    })
    expect(ids((await planned({ nights: 1 })).homes)).toEqual([id])
    expect((await planned({ nights: 2 })).homes).toEqual([])
  })

  it('are where children and animals are welcome, and in the city asked for', async () => {
    const id = await home({ suits: ['children', 'pets'] })
    const other = await home({ suits: [] })
    expect(ids((await planned()).homes).sort()).toEqual([id, other].sort())
    expect(ids((await planned({ children: 1 })).homes)).toEqual([id])
    expect(ids((await planned({ pets: 2 })).homes)).toEqual([id])
    expect((await planned({ city: 'astana' })).homes).toEqual([])
  })

  it('are of families too, for those who come with children', async () => {
    const id = await home({ suits: ['families'] })
    expect(ids((await planned({ children: 1 })).homes)).toEqual([id])
  })

  it('were confirmed lately', async () => {
    const id = await home()
    const confirmedAt = new Date(Date.now() - 4 * 86_400_000)
    await db.listing.update({ where: { id }, data: { confirmedAt } })
    expect((await planned()).homes).toEqual([])
    expect((await planned({ bed: false })).homes).toBeNull()
  })
})

describe('centres of a plan', () => {
  // The next Monday, so that the week of the forms says when a centre is open.
  const monday = addDays(day(), 8 - weekdayOf(day()))
  const weekday = (opens: number, closes: number) => [{ weekday: 1, opens, closes }]

  it('stand as they will at the arrival: open ones first, then the soonest', async () => {
    await db.publicHoliday.deleteMany({ where: { day: new Date(monday) } })
    const publish = (hours: ReturnType<typeof weekday>) =>
      publishCentre(people.marta, people.samal, helpPointForm({ hours }))
    const afternoon = await publish(weekday(900, 1080))
    const noon = await publish(weekday(600, 840))
    await publish(weekday(1000, 1080))
    const { centres } = await planned({ date: monday, time: '12:00' })
    expect(ids(centres)).toEqual([noon, afternoon])
    const [open, next] = centres.map(({ opening }) => opening)
    expect(open).toEqual({ open: true, closesAt: cityInstant(monday, '14:00', 'Asia/Oral') })
    const opensAt = next?.open === false ? next.opensAt : null
    expect(opensAt && cityClock(opensAt, 'Asia/Oral')).toBe('15:00')
  })

  it('close on the public holidays of that time, not of today', async () => {
    const id = await publishCentre(people.marta, people.samal)
    const holiday = addDays(monday, 28)
    await db.publicHoliday.create({ data: { day: new Date(holiday), source: 'test' } })
    const { centres } = await planned({ date: holiday, time: '12:00' })
    expect(centres.at(0)).toMatchObject({ id, opening: { open: false, because: 'holiday' } })
    await db.publicHoliday.delete({ where: { day: new Date(holiday) } })
  })

  it('help with the IIN', async () => {
    await publishCentre(people.marta, people.samal, helpPointForm({ services: ['translation'] }))
    expect((await planned()).centres).toEqual([])
  })
})

describe('a plan', () => {
  it('tells the days that follow, from the night that ends the first stay on', async () => {
    const { deadlines, stay } = await planned({ date: day(3), nights: 2 })
    expect(stay).toEqual({ first: day(3), last: day(4) })
    expect(deadlines.register).toBe(day(32))
    expect(deadlines.moved.on).toBe(day(5))
  })

  it('is asked for in two statements', async () => {
    await ride({ time: '14:30' })
    await home()
    const places = await listPlaceFacts('ru')
    const asked = vi.spyOn(pg.Client.prototype, 'query')
    await getPlan(GUEST, PLAN, places, 'ru', new Date())
    expect(asked.mock.calls.length).toBe(2)
    asked.mockRestore()
  })
})
