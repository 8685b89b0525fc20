import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import { ListingStatus } from '@/lib/generated/prisma/enums'
import { changeListing, offerListing, setPlaces, withdrawListing } from '@/lib/listings/commands'
import { canTransition } from '@/lib/listings/rules'
import { type Cast, cast } from '@/lib/testing/cast'
import { helpPointForm } from '@/lib/testing/centres'
import { offerRide, publishRide, rideForm } from '@/lib/testing/rides'
import { sayTruth } from '@/lib/truth/commands'
import { pauseEnd } from '@/lib/truth/rules'

let people: Cast

beforeAll(async () => {
  people = await cast()
})

const listing = (id: string) => db.listing.findUniqueOrThrow({ where: { id } })
const places = (listingId: string) => db.capacity.findFirstOrThrow({ where: { listingId } })
const jobs = (listingId: string) => db.$queryRaw<{ data: object; minutes: number }[]>`
  SELECT data, extract(epoch FROM start_after - created_on)::int / 60 AS minutes FROM jobs.job
  WHERE name = 'waiting-mail' AND data->>'listingId' = ${listingId} ORDER BY created_on`

/** Puts a listing into a status past all rules, as only a test does. */
async function listingIn(status: ListingStatus): Promise<string> {
  const id = await publishRide(people.marta, people.samal)
  await db.listing.update({ where: { id }, data: { status } })
  return id
}

describe('offering', () => {
  it('waits, reminds the moderators in 30 minutes, and only once', async () => {
    const id = await offerListing(people.marta, 'centre', 'kk', helpPointForm())
    expect(await listing(id)).toMatchObject({
      status: 'pending',
      ownerId: people.marta.id,
      language: 'kk',
      sample: false,
    })
    expect(await jobs(id)).toEqual([
      { data: { listingId: id, revisionId: null, version: 1 }, minutes: 30 },
    ])
  })

  it('reminds in 10 minutes of what leaves within 12 hours', async () => {
    const soon = new Date(Date.now() + 3 * 3_600_000 + 5 * 3_600_000)
    const [day = '', time = ''] = soon.toISOString().split('T')
    const id = await offerRide(people.marta, { day, time: time.slice(0, 5) })
    expect((await jobs(id)).map(({ minutes }) => minutes)).toEqual([10])
  })
})

describe('changing what waits', () => {
  it('replaces it and waits anew', async () => {
    const id = await offerRide(people.marta)
    const { submittedAt } = await listing(id)
    await changeListing(people.marta, id, 1, 'en', rideForm({ body: 'Другой текст' }))
    expect(await listing(id)).toMatchObject({
      status: 'pending',
      version: 2,
      language: 'en',
      body: 'Другой текст',
    })
    expect((await listing(id)).submittedAt.getTime()).toBeGreaterThan(submittedAt.getTime())
    expect((await jobs(id)).map(({ data }) => data)).toMatchObject([{ version: 1 }, { version: 2 }])
    expect(await db.listingRevision.count({ where: { listingId: id } })).toBe(0)
  })

  it.each(['changes_requested', 'rejected'] as const)('sends what is %s again', async (status) => {
    const id = await listingIn(status)
    await changeListing(people.marta, id, 2, 'ru', rideForm())
    expect(await listing(id)).toMatchObject({ status: 'pending', version: 3 })
  })

  it('of a listing whose sealed part was erased seals it anew, to be erased anew', async () => {
    const id = await listingIn('rejected')
    await db.listing.update({ where: { id }, data: { privateErasedAt: new Date() } })
    await changeListing(people.marta, id, 2, 'ru', rideForm())
    expect((await listing(id)).privateErasedAt).toBeNull()
  })

  it('in one of two tabs wins, the other is told and nothing of it is saved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 5 }), async (tabs) => {
        const id = await offerRide(people.marta)
        const texts = Array.from({ length: tabs }, (_, tab) => `Вкладка ${tab}`)
        const sent = await Promise.allSettled(
          texts.map((body) => changeListing(people.marta, id, 1, 'ru', rideForm({ body }))),
        )
        const winners = texts.filter((_, tab) => sent[tab]?.status === 'fulfilled')
        expect(winners).toHaveLength(1)
        expect(await listing(id)).toMatchObject({ version: 2, body: winners[0] })
        for (const answer of sent.filter(({ status }) => status === 'rejected')) {
          expect(answer).toMatchObject({ reason: { code: 'changed_meanwhile' } })
        }
      }),
      { numRuns: 8 },
    )
  })
})

describe('withdrawing', () => {
  it('works once, from every tab at once', async () => {
    const id = await publishRide(people.marta, people.samal)
    const sent = await Promise.allSettled([1, 2, 3].map(() => withdrawListing(people.marta, id)))
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await listing(id)).status).toBe('withdrawn')
  })

  it('takes a proposed change along', async () => {
    const id = await publishRide(people.marta, people.samal)
    await changeListing(people.marta, id, 2, 'ru', rideForm({ body: 'Новый текст' }))
    await withdrawListing(people.marta, id)
    expect(await db.listingRevision.findMany({ where: { listingId: id } })).toMatchObject([
      { status: 'superseded', decidedAt: expect.any(Date) },
    ])
  })
})

describe('a status', () => {
  const statuses = Object.values(ListingStatus)

  it.each(statuses)('%s allows exactly the steps that it says', async (status) => {
    const attempt = async (step: (id: string) => Promise<void>) => {
      try {
        await step(await listingIn(status))
        return 'done'
      } catch (error) {
        return error instanceof Conflict ? error.code : error
      }
    }
    const possible = (isPossible: boolean) => (isPossible ? 'done' : 'impossible_now')
    const isPublished = status === 'published'
    expect(await attempt((id) => withdrawListing(people.marta, id))).toBe(
      possible(canTransition(status, 'withdraw')),
    )
    expect(await attempt((id) => changeListing(people.marta, id, 2, 'ru', rideForm()))).toBe(
      possible(isPublished || canTransition(status, 'submit')),
    )
    for (const step of [
      (id: string) => sayTruth(people.marta, id, 'confirm'),
      (id: string) => sayTruth(people.marta, id, 'tomorrow'),
      (id: string) => setPlaces(people.marta, id, 4),
    ]) {
      expect(await attempt(step)).toBe(possible(isPublished))
    }
  })
})

describe('what applies at once', () => {
  it('confirming starts the time anew and forgets the warnings', async () => {
    const id = await publishRide(people.marta, people.samal)
    const long = new Date(Date.now() - 5 * 3_600_000)
    await db.listing.update({ where: { id }, data: { confirmedAt: long, warningsDelivered: 2 } })
    await sayTruth(people.marta, id, 'confirm')
    const { confirmedAt, warningsDelivered, version } = await listing(id)
    expect(Date.now() - confirmedAt.getTime()).toBeLessThan(60_000)
    expect({ warningsDelivered, version }).toEqual({ warningsDelivered: 0, version: 2 })
  })

  it('full, paused and open', async () => {
    const id = await publishRide(people.marta, people.samal)
    const old = new Date('2026-01-01')
    await db.listing.update({ where: { id }, data: { confirmedAt: old } })
    await sayTruth(people.marta, id, 'tomorrow')
    expect(await listing(id)).toMatchObject({
      full: false,
      pausedUntil: pauseEnd('tomorrow', new Date()),
      confirmedAt: old,
    })
    await sayTruth(people.marta, id, 'full')
    expect(await listing(id)).toMatchObject({ full: true, pausedUntil: null })
    expect((await listing(id)).confirmedAt).not.toEqual(old)
    await sayTruth(people.marta, id, 'open')
    expect(await listing(id)).toMatchObject({ full: false, pausedUntil: null })
  })

  it('places, which say that it is not full', async () => {
    const id = await publishRide(people.marta, people.samal)
    await sayTruth(people.marta, id, 'full')
    await setPlaces(people.marta, id, 7)
    expect(await places(id)).toMatchObject({ total: 7, held: 0, free: 7 })
    expect((await listing(id)).full).toBe(false)
  })

  it('places never below what is held, whoever is faster', async () => {
    const count = fc.integer({ min: 1, max: 8 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(count, { minLength: 2, maxLength: 6 }),
        count,
        async (totals, held) => {
          const id = await publishRide(people.marta, people.samal, { seats: 8 })
          const hold = db.$executeRaw`
          UPDATE capacity SET held = held + ${held}
          WHERE listing_id = ${id}::uuid AND held + ${held} <= total`
          const sent = await Promise.allSettled([
            ...totals.map((total) => setPlaces(people.marta, id, total)),
            hold,
          ])
          for (const answer of sent.slice(0, -1)) {
            if (answer.status === 'rejected') expect(answer.reason.code).toBe('below_held')
          }
          const end = await places(id)
          expect(end.held).toBeLessThanOrEqual(end.total)
          const isHeld = sent.at(-1)?.status === 'fulfilled' && end.held > 0
          expect([8, ...totals]).toContain(end.total)
          if (isHeld) expect(end.held).toBe(held)
        },
      ),
      { numRuns: 15 },
    )
  })

  it('places that are refused change nothing', async () => {
    const id = await publishRide(people.marta, people.samal, { seats: 3 })
    await db.capacity.updateMany({ where: { listingId: id }, data: { held: 2 } })
    await expect(setPlaces(people.marta, id, 1)).rejects.toMatchObject({ code: 'below_held' })
    const change = rideForm({ seats: 1, body: 'Новый текст' })
    await expect(changeListing(people.marta, id, 2, 'ru', change)).rejects.toMatchObject({
      code: 'below_held',
    })
    expect(await places(id)).toMatchObject({ total: 3, held: 2 })
    expect(await db.listingRevision.count({ where: { listingId: id } })).toBe(0)
  })
})

describe("another's listing", () => {
  it('does not exist, not even for a moderator', async () => {
    const id = await publishRide(people.marta, people.samal)
    for (const other of [people.aigul, people.samal, people.dana]) {
      for (const attempt of [
        () => changeListing(other, id, 2, 'ru', rideForm()),
        () => withdrawListing(other, id),
        () => sayTruth(other, id, 'confirm'),
        () => sayTruth(other, id, 'full'),
        () => setPlaces(other, id, 1),
      ]) {
        await expect(attempt()).rejects.toThrow(NotFound)
      }
    }
    expect(await listing(id)).toMatchObject({ status: 'published', version: 2, full: false })
  })
})
