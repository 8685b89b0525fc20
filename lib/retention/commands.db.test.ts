import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { changeListing, withdrawListing } from '@/lib/listings/commands'
import { erasePrivateParts, forgetExpired } from '@/lib/retention/commands'
import { PRIVATE_DAYS } from '@/lib/retention/rules'
import { rideKind } from '@/lib/rides/commands'
import { unseal } from '@/lib/seal'
import { type Cast, cast } from '@/lib/testing/cast'
import { publishCentre } from '@/lib/testing/centres'
import { publishHome } from '@/lib/testing/homes'
import { publishRide, rideForm } from '@/lib/testing/rides'
import { SEALED } from '@/lib/testing/world'

const DAY_MS = 86_400_000
const now = new Date()
const daysLater = (days: number) => new Date(now.getTime() + days * DAY_MS)
let people: Cast

beforeAll(async () => {
  people = await cast()
})

describe('what is over', () => {
  it('is forgotten: codes, sessions and counters, and only these', async () => {
    const past = daysLater(-1)
    const future = daysLater(1)
    for (const [name, expiresAt] of [
      ['old', past],
      ['new', future],
    ] as const) {
      const secret = { codeHash: name, linkHash: name, emailSealed: SEALED }
      await db.signInCode.create({ data: { emailHash: name, ...secret, expiresAt } })
      await db.session.create({
        data: { tokenHash: name, accountId: people.marta.id, expiresAt },
      })
      await db.rateLimit.create({ data: { key: name, hits: 1, expiresAt } })
    }
    await forgetExpired(now)
    await forgetExpired(now)
    expect((await db.signInCode.findMany()).map(({ codeHash }) => codeHash)).toEqual(['new'])
    expect((await db.session.findMany()).map(({ tokenHash }) => tokenHash)).toEqual(['new'])
    expect((await db.rateLimit.findMany()).map(({ key }) => key)).toEqual(['new'])
  })
})

describe('the sealed part of a listing', () => {
  const meetingOf = async (id: string) => (await rideKind.read(db, id)).point

  it('is kept while it lasts and erased 30 days after, once', async () => {
    const ride = await publishRide(people.marta, people.samal)
    const { expiresAt } = await db.listing.findUniqueOrThrow({ where: { id: ride } })
    const end = expiresAt?.getTime() ?? 0
    await erasePrivateParts(new Date(end + PRIVATE_DAYS * DAY_MS))
    expect(await meetingOf(ride)).toBe(rideForm().point)
    expect(await erasePrivateParts(new Date(end + PRIVATE_DAYS * DAY_MS + 1))).toBe(1)
    expect(await meetingOf(ride)).toBe('')
    expect(await erasePrivateParts(new Date(end + PRIVATE_DAYS * DAY_MS + 2))).toBe(0)
  })

  it('goes too when it was withdrawn, of every kind', async () => {
    const ids = [
      await publishRide(people.marta, people.samal),
      await publishHome(people.marta, people.samal),
      await publishCentre(people.marta, people.samal),
    ]
    for (const id of ids) await withdrawListing(people.marta, id)
    await erasePrivateParts(daysLater(PRIVATE_DAYS - 1))
    const [ride = '', home = '', centre = ''] = ids
    expect(await meetingOf(ride)).not.toBe('')
    await erasePrivateParts(daysLater(PRIVATE_DAYS + 1))
    expect(await meetingOf(ride)).toBe('')
    const { addressSealed } = await db.housing.findUniqueOrThrow({ where: { listingId: home } })
    expect(unseal(addressSealed, 'housing.address')).toBe('')
    const office = await db.centre.findUniqueOrThrow({ where: { listingId: centre } })
    expect(office.addressSealed).toBeNull()
  })

  it('of a centre that stands is never erased', async () => {
    const id = await publishCentre(people.marta, people.samal)
    await erasePrivateParts(daysLater(1000))
    const { addressSealed } = await db.centre.findUniqueOrThrow({ where: { listingId: id } })
    expect(unseal(addressSealed ?? '', 'centre.address')).not.toBe('')
  })

  it('of a proposed change goes when it was decided, and when its listing has ended', async () => {
    const decided = await publishRide(people.marta, people.samal)
    const forgotten = await publishRide(people.marta, people.samal)
    for (const id of [decided, forgotten]) {
      await changeListing(people.marta, id, 2, 'ru', rideForm({ point: 'У входа' }))
    }
    await withdrawListing(people.marta, decided)
    const sealedOf = async (listingId: string) =>
      (await db.listingRevision.findFirstOrThrow({ where: { listingId } })).sealed
    await erasePrivateParts(now)
    expect(await sealedOf(decided)).toBeNull()
    expect(await sealedOf(forgotten)).not.toBeNull()
    await erasePrivateParts(daysLater(PRIVATE_DAYS + 3))
    expect(await sealedOf(forgotten)).toBeNull()
  })
})
