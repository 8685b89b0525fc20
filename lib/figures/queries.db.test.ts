import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { writeDayFigures } from '@/lib/figures/commands'
import { getFigures, getPublicFigures } from '@/lib/figures/queries'
import { decide } from '@/lib/moderation/commands'
import { acceptRequest, declineRequest } from '@/lib/requests/commands'
import { forgetExpired } from '@/lib/retention/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { publishCentre } from '@/lib/testing/centres'
import { day } from '@/lib/testing/homes'
import { ask } from '@/lib/testing/requests'
import { offerRide, publishRide } from '@/lib/testing/rides'
import { tellWait } from '@/lib/visits/commands'

let people: Cast
beforeAll(async () => {
  people = await cast()
})

const uralsk = async () => {
  const { days } = await getFigures(people.samal, new Date())
  return days.uralsk.at(-1)
}

describe('figures', () => {
  it('count what was offered and asked today, samples not', async () => {
    const id = await publishRide(people.marta, people.samal)
    await offerRide(people.marta)
    await db.listing.updateMany({ where: { id: { not: id } }, data: { sample: true } })
    await ask(id)
    expect(await uralsk()).toMatchObject({ offers: 1, requests: 1 })
  })

  it('say who was left without a place, by kind and size of the party', async () => {
    const id = await publishRide(people.marta, people.samal)
    const taken = await ask(id)
    const refused = await ask(id)
    await acceptRequest(people.marta, taken.id)
    await declineRequest(people.marta, refused.id)
    const { unmet, minutesToAnswer } = await getFigures(people.dana, new Date())
    expect(unmet).toEqual([{ kind: 'ride', party: expect.any(String), unmet: 1, ended: 2 }])
    expect(minutesToAnswer).toBe(0)
  })

  it('say how long decisions take and how much is confirmed in time', async () => {
    const id = await publishRide(people.aigul, people.samal)
    await db.listing.update({
      where: { id },
      data: { confirmedAt: new Date(Date.now() - 7 * 3_600_000) },
    })
    const { minutesToDecide, confirmed } = await getFigures(people.samal, new Date())
    expect(minutesToDecide).toBe(0)
    expect(confirmed.all - confirmed.inTime).toBe(1)
  })

  it.each(['marta', 'anna'] as const)('are not for %s', async (name) => {
    await expect(getFigures(people[name] as Actor, new Date())).rejects.toThrow('figures.view')
  })

  it('in public leave out groups under twenty', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000)
    const few = await getPublicFigures(tomorrow)
    expect(few.cities.find(({ city }) => city === 'uralsk')).toMatchObject({ offers: null })
    expect(few.cities.find(({ city }) => city === 'almaty')).toMatchObject({ offers: 0 })
    for (let turn = 0; turn < 20; turn++) {
      const listingId = await offerRide(people.marta)
      const input = { listingId, version: 1, reason: 'duplicate', note: '' } as const
      await decide(people.samal, { ...input, action: 'reject' })
    }
    expect((await getPublicFigures(new Date())).removals, 'before the day is over').toEqual([])
    const { removals, minutesToDecide } = await getPublicFigures(tomorrow)
    expect(removals).toEqual([{ reason: 'duplicate', count: 20 }])
    expect(minutesToDecide).toBe(0)
  })

  it('in public say no time of few decisions and no queue of few', async () => {
    await db.listing.updateMany({ data: { sample: true } })
    const tomorrow = new Date(Date.now() + 86_400_000)
    // Still ahead tomorrow, at whatever hour this runs.
    await offerRide(people.marta, { day: day(3) })
    const few = await getPublicFigures(tomorrow)
    expect(few).toMatchObject({ waiting: null, minutesToDecide: null, removals: [] })
    for (let turn = 0; turn < 24; turn++) await offerRide(people.marta)
    expect((await getPublicFigures(new Date())).waiting, '25, in tens').toBe(20)
  })

  it('of a day are counted once, and forgotten after the next', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000)
    const counted = await getPublicFigures(tomorrow)
    await Promise.all([writeDayFigures(tomorrow), writeDayFigures(tomorrow)])
    expect(await getPublicFigures(tomorrow)).toEqual(counted)
    const rows = await db.dayFigure.findMany()
    for (let turn = 0; turn < 20; turn++) await offerRide(people.marta, { day: day(3) })
    await writeDayFigures(tomorrow)
    expect(await db.dayFigure.findMany()).toEqual(rows)
    const { cities } = await getPublicFigures(tomorrow)
    expect(cities).toEqual(counted.cities)
    expect((await getPublicFigures(new Date(tomorrow.getTime() + 86_400_000))).cities).not.toEqual(
      cities,
    )
    await forgetExpired(new Date(tomorrow.getTime() + 86_400_000))
    expect(await db.dayFigure.count()).toBe(rows.length)
    await forgetExpired(new Date(tomorrow.getTime() + 2 * 86_400_000))
    expect(await db.dayFigure.count()).toBe(0)
  })

  it('say how long visitors waited, and what was searched for in vain', async () => {
    const centre = await publishCentre(people.marta, people.samal)
    const now = new Date()
    for (const [visitor, minutes] of Object.entries({ a: 10, b: 30, c: 80 })) {
      await tellWait(`visitor-${visitor}`, { listingId: centre, minutes }, now)
    }
    const day = new Date(now.toISOString().slice(0, 10))
    await db.emptySearch.create({ data: { day, kind: 'ride', city: 'almaty', searches: 7 } })
    const { waits, emptySearches } = await getFigures(people.samal, now)
    expect(waits).toEqual([{ city: 'uralsk', reports: 3, minutes: 30 }])
    expect(emptySearches).toEqual([{ kind: 'ride', city: 'almaty', searches: 7 }])
    const later = new Date(now.getTime() + 25 * 3_600_000)
    expect((await getFigures(people.samal, later)).waits).toEqual([])
  })
})
