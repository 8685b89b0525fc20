import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Forbidden, NotFound } from '@/lib/errors'
import { changeListing, withdrawListing } from '@/lib/listings/commands'
import { getCase, listQueue } from '@/lib/moderation/queries'
import { cityClock, cityDay } from '@/lib/places/city-time'
import { RIDE_ZONE } from '@/lib/rides/schema'
import { type Cast, cast } from '@/lib/testing/cast'
import { offerCentre } from '@/lib/testing/centres'
import { day, homeForm, publishHome } from '@/lib/testing/homes'
import { offerRide, publishRide, rideForm } from '@/lib/testing/rides'

const HOUR_MS = 3_600_000
let people: Cast

beforeAll(async () => {
  people = await cast()
})

/** Two published listings of long ago: nobody calls their author new. */
async function known({ id: ownerId }: Actor): Promise<void> {
  await db.listing.createMany({
    data: [1, 2].map(() => ({
      kind: 'centre' as const,
      ownerId,
      city: 'uralsk' as const,
      language: 'ru' as const,
      title: 'Давно',
      body: '',
      status: 'withdrawn' as const,
      publishedAt: new Date('2026-01-01'),
    })),
  })
}

/** Day and time of a departure so many hours from now. */
function inHours(hours: number) {
  const departure = new Date(Date.now() + hours * HOUR_MS)
  return { day: cityDay(departure, RIDE_ZONE), time: cityClock(departure, RIDE_ZONE) }
}

describe('the queue', () => {
  it('has in each part the soonest departures first, then the oldest, and nothing that is over', async () => {
    for (const author of [people.marta, people.timur]) await known(author)
    const centre = await offerCentre(people.timur)
    const later = await offerRide(people.marta, { day: day(5) })
    const soon = await offerRide(people.marta, inHours(9))
    const soonest = await offerRide(people.marta, inHours(3))
    const home = await publishHome(people.marta, people.samal)
    await changeListing(people.marta, home, 2, 'ru', homeForm({ title: 'Другая комната' }))
    await withdrawListing(people.marta, await offerRide(people.marta))
    const over = await offerRide(people.marta)
    await db.listing.update({ where: { id: over }, data: { expiresAt: new Date() } })

    const queue = await listQueue(people.samal, new Date())
    expect(queue.map(({ listingId }) => listingId)).toEqual([soonest, soon, centre, later, home])
    expect(queue.map(({ urgent }) => urgent)).toEqual([true, true, false, false, false])
    expect(queue.at(-1)?.revisionId).toEqual(expect.any(String))
    expect(new Set(queue.map(({ level }) => level))).toEqual(new Set(['none']))
    expect(queue.find(({ listingId }) => listingId === centre)?.author).toEqual({
      name: 'Тимур',
      verified: false,
    })
  })

  it('begins with what tells of harm, however young it is and however much waits before it', async () => {
    const body = 'Держим место только после предоплаты на карту.'
    await db.listing.createMany({
      data: Array.from({ length: 220 }, () => ({
        kind: 'centre' as const,
        ownerId: people.marta.id,
        city: 'uralsk' as const,
        language: 'ru' as const,
        title: 'Помощь',
        body: '',
        submittedAt: new Date('2026-01-01'),
      })),
    })
    const risky = await offerRide(people.marta, { body, day: day(5) })
    const [first] = await listQueue(people.samal, new Date())
    expect(first).toMatchObject({ listingId: risky, level: 'first' })
    expect(first?.risks[0]).toMatchObject({ code: 'prepayment' })
    const { judgement } = await getCase(people.samal, risky)
    expect(judgement?.words.join(' ')).toContain('предоплаты')
    await db.listing.updateMany({ where: { title: 'Помощь' }, data: { status: 'withdrawn' } })
  })

  it('is for staff alone', async () => {
    for (const actor of [people.marta, people.anna]) {
      await expect(listQueue(actor, new Date())).rejects.toThrow(Forbidden)
    }
  })
})

describe('a case', () => {
  it('shows what a proposed change changes, without what is sealed', async () => {
    const id = await publishRide(people.marta, people.samal)
    const change = rideForm({ body: 'Новый текст', plate: '777 XXX 01', time: '19:55' })
    await changeListing(people.marta, id, 2, 'ru', change)
    const { revision, version, author, decisions } = await getCase(people.erzhan, id)
    expect(revision?.before).toMatchObject({ body: rideForm().body, price: 0 })
    expect(revision?.after).toMatchObject({ body: 'Новый текст', price: 0 })
    const seen = JSON.stringify(revision)
    for (const secret of ['777 XXX', '000 AAA', 'кафе', '18:40', '19:55', 'email']) {
      expect(seen).not.toContain(secret)
    }
    expect(version).toBe(2)
    expect(author).toMatchObject({ name: 'Марта', verifiedHow: expect.any(String) })
    expect(decisions).toMatchObject([{ action: 'approve', moderator: 'Самал' }])
  })

  it('counts what its author has published and what was refused', async () => {
    const first = await offerRide(people.aigul)
    const { author } = await getCase(people.samal, first)
    expect(author).toMatchObject({ published: 0, refused: 0 })
    await publishRide(people.aigul, people.samal)
    await db.listing.update({
      where: { id: await offerRide(people.aigul) },
      data: { status: 'rejected' },
    })
    expect((await getCase(people.samal, first)).author).toMatchObject({ published: 1, refused: 1 })
  })

  it('of others does not exist for a volunteer, and what does not exist for nobody', async () => {
    const id = await offerRide(people.marta)
    await expect(getCase(people.marta, id)).rejects.toThrow(Forbidden)
    const nothing = '00000000-0000-4000-8000-000000000000'
    await expect(getCase(people.samal, nothing)).rejects.toThrow(NotFound)
  })
})
