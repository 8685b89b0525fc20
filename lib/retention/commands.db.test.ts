import { beforeAll, describe, expect, it } from 'vitest'
import { suspendPerson } from '@/lib/accounts/commands'
import { getOwnForm } from '@/lib/accounts/queries'
import { adapter } from '@/lib/auth/adapter'
import { forgetPerson } from '@/lib/data-rights/commands'
import { db } from '@/lib/db'
import { changeListing, withdrawListing } from '@/lib/listings/commands'
import { FRESHNESS } from '@/lib/listings/rules'
import { acceptRequest } from '@/lib/requests/commands'
import {
  erasePrivateParts,
  eraseStaffLog,
  eraseWhatIsOver,
  forgetExpired,
} from '@/lib/retention/commands'
import { FORGOTTEN_DAYS, PRIVATE_DAYS, STAFF_LOG_DAYS, WORDS_DAYS } from '@/lib/retention/rules'
import { rideKind } from '@/lib/rides/commands'
import { hashEmail, unseal } from '@/lib/seal'
import { type Cast, cast } from '@/lib/testing/cast'
import { publishCentre } from '@/lib/testing/centres'
import { publishHome } from '@/lib/testing/homes'
import { ask, brokenRules, statusOf } from '@/lib/testing/requests'
import { publishRide, rideForm } from '@/lib/testing/rides'
import { SEALED } from '@/lib/testing/world'
import { CAST } from '@/prisma/seed/samples/people'

const DAY_MS = 86_400_000
const now = new Date()
const daysLater = (days: number) => new Date(now.getTime() + days * DAY_MS)
let people: Cast
const meetingPoint = async (id: string) => (await rideKind.read(db, id)).point

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

describe('the log of what staff change', () => {
  it('goes after two years, and nothing makes it go sooner', async () => {
    const entry = { subject: 'account', subjectId: people.marta.id }
    const days = [STAFF_LOG_DAYS + 1, STAFF_LOG_DAYS - 2]
    for (const ago of days)
      await db.staffLogEntry.create({ data: { ...entry, at: daysLater(-ago) } })
    const left = () => db.staffLogEntry.count({ where: { ...entry, at: { lt: daysLater(-700) } } })
    await eraseStaffLog(daysLater(-3))
    expect(await left()).toBe(2)
    await eraseStaffLog(now)
    expect(await left()).toBe(1)
    await eraseStaffLog(daysLater(1000))
    expect(await left()).toBe(1)
  })
})

describe('the sealed part of a listing', () => {
  it('is kept while it lasts and erased 30 days after, once', async () => {
    const ride = await publishRide(people.marta, people.samal)
    const { expiresAt } = await db.listing.findUniqueOrThrow({ where: { id: ride } })
    const end = expiresAt?.getTime() ?? 0
    await erasePrivateParts(new Date(end + PRIVATE_DAYS * DAY_MS))
    expect(await meetingPoint(ride)).toBe(rideForm().point)
    expect(await erasePrivateParts(new Date(end + PRIVATE_DAYS * DAY_MS + 1))).toBe(1)
    expect(await meetingPoint(ride)).toBe('')
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
    expect(await meetingPoint(ride)).not.toBe('')
    await erasePrivateParts(daysLater(PRIVATE_DAYS + 1))
    expect(await meetingPoint(ride)).toBe('')
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

describe('a centre that nobody confirms', () => {
  const hiddenDays = FRESHNESS.centre.hiddenDays + FORGOTTEN_DAYS
  const statusOfListing = async (id: string) =>
    (await db.listing.findUniqueOrThrow({ where: { id } })).status

  it('counts as taken back a month after it was hidden, never before two warnings', async () => {
    const [warned, unwarned] = [
      await publishCentre(people.marta, people.samal),
      await publishCentre(people.marta, people.samal),
    ]
    await db.listing.update({ where: { id: warned }, data: { warningsDelivered: 2 } })
    await eraseWhatIsOver(daysLater(hiddenDays - 1))
    expect(await statusOfListing(warned)).toBe('published')
    await eraseWhatIsOver(daysLater(hiddenDays + 1))
    expect(await statusOfListing(warned)).toBe('withdrawn')
    expect(await statusOfListing(unwarned)).toBe('published')
  })
})

describe('a listing whose words are gone', () => {
  it('is offered again with an empty title, and its route or our word stands for the old one', async () => {
    const home = await publishHome(people.marta, people.samal)
    await withdrawListing(people.marta, home)
    await eraseWhatIsOver(daysLater(WORDS_DAYS + 1))
    const { title } = await db.listing.findUniqueOrThrow({ where: { id: home } })
    expect(title).toBe('Текст стёрт')
    const { input } = await getOwnForm(people.marta, home)
    expect(input).toMatchObject({ title: '', body: '', houseRules: '', address: '' })
  })
})

describe('a person who asks to be forgotten', () => {
  it('takes everything along; whoever was expected there is released', async () => {
    const ride = await publishRide(people.aigul, people.samal)
    const { id } = await ask(ride, { text: 'Нас двое' })
    await acceptRequest(people.aigul, id)
    const session = { sessionToken: 'of aigul', userId: people.aigul.id, expires: daysLater(1) }
    await adapter.createSession?.(session)
    expect(await forgetPerson(CAST.aigul.email)).toBe(true)
    expect(await statusOf(id)).toBe('released')
    expect(await brokenRules(new Date())).toEqual([])
    expect(await adapter.getSessionAndUser?.('of aigul')).toBeNull()
    expect(await db.listing.findUniqueOrThrow({ where: { id: ride } })).toMatchObject({
      status: 'withdrawn',
      body: '',
    })
    expect(await meetingPoint(ride)).toBe('')
    expect(await adapter.getUserByEmail?.(CAST.aigul.email)).toBeNull()
    expect(await forgetPerson(CAST.aigul.email)).toBe(false)
  })

  it('and is suspended stays known, so that the ban holds', async () => {
    await suspendPerson(people.dana, people.erzhan.id, 'rules')
    expect(await forgetPerson(CAST.erzhan.email)).toBe(true)
    const account = await db.account.findUniqueOrThrow({
      where: { emailHash: hashEmail(CAST.erzhan.email) },
    })
    expect(account).toMatchObject({ publicName: null, suspensionNoteSealed: null })
    expect(account.suspendedAt).not.toBeNull()
    expect(unseal(account.emailSealed, 'account.email')).toBe('')
  })
})
