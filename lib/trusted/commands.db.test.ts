import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acknowledgeDuties } from '@/lib/accounts/commands'
import { GUEST } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Conflict, Forbidden } from '@/lib/errors'
import { changeListing } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import { getCase, listQueue } from '@/lib/moderation/queries'
import { getRide } from '@/lib/rides/queries'
import { listStaffLog } from '@/lib/staff-log/queries'
import { actorOf, type Cast, cast } from '@/lib/testing/cast'
import { offerCentre } from '@/lib/testing/centres'
import { homeForm, offerHome, publishHome } from '@/lib/testing/homes'
import { offerRide, rideForm } from '@/lib/testing/rides'
import { lookedFine } from '@/lib/trusted/commands'

let people: Cast

beforeAll(async () => {
  people = await cast()
  await acknowledgeDuties(people.anna, 'ride')
})

const listing = (id: string) => db.listing.findUniqueOrThrow({ where: { id } })
const posts = (listingId: string) => db.trustedPost.findMany({ where: { listingId } })

/** Draws a post as the lot would have. */
async function draw(listingId: string): Promise<void> {
  await db.$transaction([
    db.$executeRaw`ALTER TABLE trusted_post DISABLE TRIGGER trusted_post_lot_stands`,
    db.$executeRaw`UPDATE trusted_post SET drawn = true WHERE listing_id = ${listingId}::uuid`,
    db.$executeRaw`ALTER TABLE trusted_post ENABLE TRIGGER trusted_post_lot_stands`,
  ])
}

describe('a trusted volunteer', () => {
  it('offers a ride that everyone sees at once, and no decision is made up for it', async () => {
    const id = await offerRide(people.anna)
    expect(await listing(id)).toMatchObject({ status: 'published', version: 2 })
    expect(await getRide(GUEST, id, 'ru', new Date())).toMatchObject({ id })
    expect(await db.decision.count({ where: { listingId: id } })).toBe(0)
    expect(await posts(id)).toMatchObject([{ ownerId: people.anna.id, revisionId: null }])
    expect(await db.listingSearch.findUnique({ where: { listingId: id } })).not.toBeNull()
  })

  it('changes it at once', async () => {
    const id = await offerRide(people.anna)
    await changeListing(people.anna, id, 2, 'ru', rideForm({ body: 'Еду позже на час.' }))
    expect(await listing(id)).toMatchObject({
      status: 'published',
      version: 3,
      body: 'Еду позже на час.',
    })
    expect(await posts(id)).toHaveLength(2)
    expect(await db.listingRevision.findFirst({ where: { listingId: id } })).toMatchObject({
      status: 'approved',
    })
  })

  it('waits like everyone when a text tells of harm, new or changed', async () => {
    const body = 'Место держу только после предоплаты на карту.'
    const asked = await offerRide(people.anna, { body })
    expect((await listing(asked)).status).toBe('pending')
    const id = await offerRide(people.anna)
    await changeListing(people.anna, id, 2, 'ru', rideForm({ body }))
    expect(await listing(id)).toMatchObject({ status: 'published', body: rideForm().body })
    const pending = { listingId: id, status: 'pending' as const }
    expect(await db.listingRevision.count({ where: pending })).toBe(1)
    expect(await posts(asked)).toEqual([])
  })

  it('waits for two with a first home and with a shelter, even as a change', async () => {
    expect((await listing(await offerHome(people.anna))).status).toBe('pending')
    const room = await publishHome(people.anna, people.samal)
    const next = await offerHome(people.anna)
    expect((await listing(next)).status).toBe('published')
    const shelter = await offerHome(people.anna, { housingKind: 'shelter' })
    expect((await listing(shelter)).status).toBe('pending')
    await changeListing(people.anna, room, 2, 'ru', homeForm({ housingKind: 'shelter' }))
    expect(await db.housing.findUnique({ where: { listingId: room } })).toMatchObject({
      housingKind: 'room',
    })
  })
})

describe('nobody else publishes at once', () => {
  it('no volunteer, no moderator, no admin', async () => {
    for (const author of [people.marta, people.samal, people.dana]) {
      expect((await listing(await offerRide(author))).status).toBe('pending')
    }
  })

  it('nor a trusted one whom nobody verified', async () => {
    await db.account.update({ where: { id: people.timur.id }, data: { role: 'trusted' } })
    const timur = await actorOf(people.timur.id)
    expect((await listing(await offerCentre(timur))).status).toBe('pending')
  })

  it('nor one who was trusted when the form was opened', async () => {
    await db.account.update({ where: { id: people.aigul.id }, data: { role: 'trusted' } })
    const aigul = await actorOf(people.aigul.id)
    await db.account.update({ where: { id: people.aigul.id }, data: { role: 'volunteer' } })
    const id = await offerRide(aigul)
    expect(await listing(id)).toMatchObject({ status: 'pending' })
  })
})

describe('one in ten', () => {
  it('is drawn by the database, whatever is written', async () => {
    const id = await offerRide(people.anna)
    const drawn = await db.trustedPost.createManyAndReturn({
      data: Array.from({ length: 3000 }, () => ({
        listingId: id,
        ownerId: people.anna.id,
        drawn: true,
      })),
      select: { drawn: true },
    })
    const share = drawn.filter((post) => post.drawn).length
    // Six standard deviations of 3000 lots of one in ten.
    expect(share).toBeGreaterThan(200)
    expect(share).toBeLessThan(400)
    await db.trustedPost.deleteMany({ where: { listingId: id } })
  })
})

describe('looking afterwards', () => {
  let id: string

  beforeEach(async () => {
    await db.trustedPost.deleteMany()
    id = await offerRide(people.anna)
    await draw(id)
  })

  const toLookAt = async () =>
    (await listQueue(people.samal, new Date())).filter(({ level }) => level === 'after')

  it('the queue ends with what was drawn until somebody has looked', async () => {
    expect(await toLookAt()).toMatchObject([{ listingId: id }])
    expect((await getCase(people.samal, id)).look).toEqual({ id: expect.any(String) })
    await lookedFine(people.samal, id)
    expect(await toLookAt()).toEqual([])
    expect(await listing(id)).toMatchObject({ status: 'published' })
    await expect(lookedFine(people.erzhan, id)).rejects.toThrow(Conflict)
    const { entries } = await listStaffLog(people.dana, { about: id })
    expect(entries[0]).toMatchObject({ actor: { name: 'Самал' }, subject: 'trusted_post' })
  })

  it('what is taken down has been looked at', async () => {
    const reason = 'looks_like_fraud'
    const input = { listingId: id, version: 2, action: 'take_down', reason, note: '' } as const
    await decide(people.samal, input)
    expect((await posts(id)).every(({ lookedById }) => lookedById === people.samal.id)).toBe(true)
    expect(await toLookAt()).toEqual([])
  })

  it('is for moderators, and never for the author', async () => {
    for (const actor of [people.marta, people.anna]) {
      await expect(lookedFine(actor, id)).rejects.toThrow(Forbidden)
    }
    await db.account.update({ where: { id: people.anna.id }, data: { role: 'moderator' } })
    await expect(lookedFine(await actorOf(people.anna.id), id)).rejects.toThrow(Forbidden)
    await db.account.update({ where: { id: people.anna.id }, data: { role: 'trusted' } })
  })
})
