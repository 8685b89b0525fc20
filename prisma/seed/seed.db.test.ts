import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { dayColumn } from '@/lib/places/city-time'
import { hashEmail, seal, unseal } from '@/lib/seal'
import { PLACES, seedPlaces } from './places'
import { refreshSamples } from './refresh-samples'
import { SAMPLE_PEOPLE } from './samples/people'
import { seed } from './seed'

describe('seedPlaces', () => {
  const syrym = { id: 'crossing-syrym' }
  const noticeOf = async () =>
    db.place.findUniqueOrThrow({
      where: syrym,
      select: { noticeRu: true, noticeCheckedOn: true, nameEn: true },
    })

  it('can be repeated and corrects a fact', async () => {
    await db.place.update({ where: syrym, data: { nameEn: 'Sirim' } })
    await seedPlaces(db)
    expect(await db.place.count()).toBe(PLACES.length)
    expect(await noticeOf()).toMatchObject({ nameEn: 'Syrym' })
  })

  it('keeps a notice that staff wrote', async () => {
    const written = { noticeRu: 'Открыт.', noticeCheckedOn: dayColumn('2026-12-30') }
    await db.place.update({ where: syrym, data: written })
    await seedPlaces(db)
    expect(await noticeOf()).toMatchObject(written)
  })

  it('replaces a notice older than its own', async () => {
    const old = { noticeRu: 'Старое.', noticeCheckedOn: dayColumn('2026-01-01') }
    await db.place.update({ where: syrym, data: old })
    await seedPlaces(db)
    expect((await noticeOf()).noticeRu).toContain('31\u00a0декабря 2026')
  })

  it('does not bring back a notice that staff removed', async () => {
    await db.place.update({ where: syrym, data: NO_NOTICE })
    await seedPlaces(db)
    expect(await noticeOf()).toMatchObject({ noticeRu: null })
  })

  it('adds the notice and takes it away when a newer version says so', async () => {
    const place = PLACES.find(({ id }) => id === syrym.id)
    if (!place?.notice) throw new Error('Syrym has a notice')
    const later = { ...place, checkedOn: '2027-01-10' }
    await seedPlaces(db, [{ ...later, notice: { ...place.notice, checkedOn: '2027-01-10' } }])
    expect(await noticeOf()).toMatchObject({ noticeCheckedOn: dayColumn('2027-01-10') })
    await seedPlaces(db, [{ ...later, checkedOn: '2027-02-01', notice: null }])
    expect(await noticeOf()).toMatchObject({ noticeRu: null })
    await seedPlaces(db)
    expect(await db.place.findUnique({ where: syrym })).toMatchObject({
      checkedOn: dayColumn('2027-02-01'),
    })
  })
})

describe('seed', () => {
  it('writes no samples unless asked', async () => {
    expect(await seed({ samples: false })).toEqual([])
    expect(await db.account.count()).toBe(0)
    expect(await db.listing.count()).toBe(0)
    expect(await db.publicHoliday.count()).toBe(17 + 14)
  })

  it('writes no samples beside an account that is none', async () => {
    const email = 'someone@example.org'
    const { id } = await db.account.create({
      data: { emailSealed: seal(email, 'account.email'), emailHash: hashEmail(email) },
    })
    expect(await seed({ samples: true })).toEqual([])
    expect(await db.listing.count()).toBe(0)
    await db.account.delete({ where: { id } })
  })

  it('writes marked samples once and names the people again on the next start', async () => {
    expect(await seed({ samples: true })).toEqual(SAMPLE_PEOPLE)
    const listings = await db.listing.count()
    expect(listings).toBeGreaterThan(50)
    expect(await seed({ samples: true })).toEqual(SAMPLE_PEOPLE)
    expect(await db.listing.count()).toBe(listings)
    expect(await db.listing.count({ where: { sample: false } })).toBe(0)
    expect(await db.account.count({ where: { sample: false } })).toBe(0)
  })

  it('seals what is private', async () => {
    const marta = await db.account.findUniqueOrThrow({
      where: { emailHash: hashEmail('marta@example.org') },
    })
    expect(unseal(marta.emailSealed, 'account.email')).toBe('marta@example.org')
    const ride = await db.ride.findFirstOrThrow()
    const meeting = JSON.parse(unseal(ride.meetingSealed, 'ride.meeting'))
    expect(Object.keys(meeting)).toEqual(['exactTime', 'point', 'car', 'plate'])
    const decisions = await db.decision.findMany({ where: { reason: { not: 'fine' } } })
    expect(decisions.map(({ note }) => note)).toEqual(decisions.map(() => ''))
    const told = decisions.map(({ noteSealed }) => unseal(noteSealed ?? '', 'decision.note'))
    expect(told).toContain('Напишите, сколько человек в комнате и можно ли с детьми.')
  })

  it('gives each home a row of beds for every night and each ride one of seats', async () => {
    const homes = await db.housing.findMany({
      select: { firstNight: true, lastNight: true, listing: { select: { capacity: true } } },
    })
    for (const { firstNight, lastNight, listing } of homes) {
      const nights = (lastNight.getTime() - firstNight.getTime()) / 86_400_000 + 1
      expect(listing.capacity).toHaveLength(nights)
    }
    const seats = await db.capacity.count({ where: { night: null } })
    expect(seats).toBe(await db.ride.count())
  })
})

const NO_NOTICE = {
  noticeLevel: null,
  noticeRu: null,
  noticeKk: null,
  noticeEn: null,
  noticeSource: null,
  noticeCheckedOn: null,
}

describe('samples on a later day', () => {
  it('moves by whole days, nights included, and leaves what people made alone', async () => {
    await seed({ samples: true })
    const sampleRide = { sample: true, kind: 'ride', status: 'published' } as const
    const before = await db.listing.findFirstOrThrow({
      where: sampleRide,
      include: { ride: true },
    })
    const nights = await db.capacity.findMany({
      where: { listing: { sample: true }, night: { not: null } },
      orderBy: { id: 'asc' },
      select: { id: true, night: true },
    })
    const own = await db.listing.create({
      data: {
        kind: 'centre',
        ownerId: before.ownerId,
        city: 'astana',
        language: 'ru',
        title: 'Помощь с бумагами',
        body: '',
      },
    })
    const inThreeDays = new Date(Date.now() + 3.5 * 86_400_000)
    await db.$transaction((connection) => refreshSamples(connection, inThreeDays))
    const after = await db.listing.findUniqueOrThrow({
      where: { id: before.id },
      include: { ride: true },
    })
    const days = (from: Date | null | undefined, to: Date | null | undefined) =>
      ((to?.getTime() ?? 0) - (from?.getTime() ?? 0)) / 86_400_000
    expect(days(before.ride?.departsAt, after.ride?.departsAt)).toBe(3)
    expect(days(before.expiresAt, after.expiresAt)).toBe(3)
    const moved = await db.capacity.findMany({
      where: { id: { in: nights.map(({ id }) => id) } },
      orderBy: { id: 'asc' },
      select: { id: true, night: true },
    })
    expect(moved.map(({ night }, index) => days(nights[index]?.night, night))).toEqual(
      nights.map(() => 3),
    )
    expect(await db.listing.findUniqueOrThrow({ where: { id: own.id } })).toEqual(own)
  })
})
