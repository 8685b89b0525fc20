import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GUEST } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { centresInstead, homesInstead, ridesInstead } from '@/lib/search/instead'
import { readQuery } from '@/lib/search/spoken'
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

const ride = (change = {}) => publishRide(people.marta, people.samal, change)
const home = (change = {}) => publishHome(people.marta, people.samal, change)
const centre = (change = {}) => publishCentre(people.marta, people.samal, helpPointForm(change))

const told = (ways: { without: string; count: number }[]) =>
  ways.map(({ without, count }) => `${without} ${count}`)
const now = () => new Date()

describe('instead of rides that are not there', () => {
  const rides = async (asked: Parameters<typeof ridesInstead>[1]) =>
    told(await ridesInstead(GUEST, asked, now()))

  it('are those without the words, of other days, without conditions, of all cities', async () => {
    await ride({ day: day(1), seats: 3 })
    await ride({ day: day(2), seats: 3 })
    await ride({ day: day(2), seats: 3, from: 'city-astana', to: 'city-almaty' })
    const q = 'пианино'
    const words = await readQuery({ q })
    expect(words?.unknown).toEqual([q])
    const asked = { city: 'uralsk', date: day(1), people: 2 } as const
    expect(await rides({ ...asked, q, words })).toEqual(['words 1', 'conditions 2'])
    expect(await rides({ ...asked, date: day(5) })).toEqual(['days 2', 'conditions 2'])
    expect(await rides({ ...asked, date: day(2) })).toEqual(['days 2', 'conditions 2', 'city 2'])
  })

  it('behind words and days are still those of another city', async () => {
    await ride({ day: day(1), from: 'city-astana', to: 'city-almaty', body: 'Поедем с пианино.' })
    await ride({ day: day(3) })
    const words = await readQuery({ q: 'пианино' })
    const asked = { city: 'uralsk', date: day(1), words } as const
    expect(await rides(asked)).toEqual(['city 1'])
  })

  it('are any at all, when nothing nearer is left, and none when there are none', async () => {
    const asked = { city: 'uralsk', date: day(1), people: 9, from: 'crossing-taskala' } as const
    expect(await rides(asked)).toEqual([])
    await ride({ from: 'city-astana', to: 'city-almaty', day: day(2) })
    expect(await rides(asked)).toEqual(['everything 1'])
  })
})

describe('instead of homes that are not there', () => {
  const homes = async (asked: Parameters<typeof homesInstead>[1]) =>
    told(await homesInstead(GUEST, asked, now()))

  it('are those of other nights, for money, in all cities', async () => {
    await home({ price: 2000 })
    await home({ city: 'astana' })
    const asked = { city: 'uralsk', free: '1' } as const
    expect(await homes(asked)).toEqual(['price 1', 'city 1'])
    const far = { ...asked, from: day(20), to: day(22) }
    expect(await homes(far)).toEqual(['everything 2'])
    expect(await homes({ ...far, free: undefined })).toEqual(['days 1'])
  })

  it('behind words and nights are still those that cost money', async () => {
    await home({ price: 2000, body: 'В комнате стоит пианино.' })
    const words = await readQuery({ q: 'пианино' })
    const asked = { city: 'uralsk', free: '1', from: day(1), to: day(2), words } as const
    expect(await homes(asked)).toEqual(['price 1'])
  })
})

describe('instead of centres that are not there', () => {
  const centres = async (asked: Parameters<typeof centresInstead>[1]) =>
    told(await centresInstead(GUEST, asked, now()))

  it('are those without the words, closed now, with another help, in all cities', async () => {
    await centre({ hours: [] })
    await centre({ city: 'almaty', services: ['translation'], hours: [] })
    const asked = { city: 'uralsk', service: 'iin', open: 'now' } as const
    expect(await centres(asked)).toEqual(['hours 1', 'conditions 1'])
    expect(await centres({ city: 'uralsk', service: 'translation' })).toEqual([
      'conditions 1',
      'city 1',
    ])
    const words = await readQuery({ q: 'пианино' })
    expect(await centres({ city: 'uralsk', words })).toEqual(['words 1'])
    expect(await centres({ city: 'astana' })).toEqual(['city 2'])
  })
})
