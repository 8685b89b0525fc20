import { beforeAll, describe, expect, it } from 'vitest'
import { changeRole, suspendPerson } from '@/lib/accounts/commands'
import { adapter } from '@/lib/auth/adapter'
import { eraseOwnAccount } from '@/lib/data-rights/commands'
import { db } from '@/lib/db'
import { writeAsHost } from '@/lib/messages/commands'
import { reportListing } from '@/lib/reports/commands'
import { acceptRequest } from '@/lib/requests/commands'
import { listAskerRequests } from '@/lib/requests/queries'
import { hashEmail, unseal } from '@/lib/seal'
import { setSecondFactor } from '@/lib/second-factor/commands'
import { offerSecret } from '@/lib/second-factor/offers'
import { listStaffLog } from '@/lib/staff-log/queries'
import { codeAt } from '@/lib/testing/authenticator'
import { actorOf, type Cast, cast } from '@/lib/testing/cast'
import { publishCentre } from '@/lib/testing/centres'
import { publishHome } from '@/lib/testing/homes'
import { ask, brokenRules, statusOf } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'
import { standing } from '@/lib/testing/words'
import { CAST } from '@/prisma/seed/samples/people'

let people: Cast
beforeAll(async () => {
  people = await cast()
})

const accountOf = (id: string) => db.account.findUniqueOrThrow({ where: { id } })
const openSession = (sessionToken: string, userId: string) =>
  adapter.createSession?.({ sessionToken, userId, expires: new Date(Date.now() + 3_600_000) })

describe('a volunteer who erases their account', () => {
  it('takes everything back and along; whoever has a place or waits is told', async () => {
    const { marta, samal } = people
    const ride = await publishRide(marta, samal, { point: 'У фонтана' })
    const home = await publishHome(marta, samal, { address: 'Дом с башней' })
    const centre = await publishCentre(marta, samal)
    const guest = await ask(ride, { text: 'Нас двое' })
    const hopeful = await ask(ride)
    await acceptRequest(marta, guest.id)
    await writeAsHost(marta, guest.id, 'Жду у фонтана')
    await reportListing('a visitor', { listingId: ride, reason: 'unsafe', note: '' }, new Date())
    await openSession('of marta', marta.id)

    await eraseOwnAccount(marta)

    expect(await Promise.all([guest.id, hopeful.id].map(statusOf))).toEqual([
      'released',
      'released',
    ])
    const [request] = await listAskerRequests(guest.asker, 'ru', new Date())
    expect(request).toMatchObject({ releasedBecause: 'listing_withdrawn', released: null })
    expect(request?.messages.map(({ text }) => text)).toEqual(['Нас двое'])
    expect(await brokenRules(new Date())).toEqual([])
    const listings = await db.listing.findMany({ where: { id: { in: [ride, home, centre] } } })
    expect(listings.map(({ status, body }) => [status, body])).toEqual(
      Array(3).fill(['withdrawn', '']),
    )
    for (const column of ['ride.meeting_sealed', 'housing.address_sealed', 'message.text_sealed']) {
      expect((await standing(column)).join()).not.toMatch(/фонтан|башн/)
    }
    expect(await adapter.getSessionAndUser?.('of marta')).toBeNull()
    expect(await adapter.getUserByEmail?.(CAST.marta.email)).toBeNull()
    const account = await accountOf(marta.id)
    expect(account).toMatchObject({ publicName: null, verifiedAt: null, verifiedById: null })
    expect(unseal(account.emailSealed, 'account.email')).toBe('')
    const duties = await db.dutyAcknowledgement.count({ where: { accountId: marta.id } })
    expect(duties).toBe(0)
  }, 60_000)

  it('leaves what was decided, by ids, and the copy of a report for its 30 days', async () => {
    const about = { ownerId: people.marta.id }
    expect(await db.decision.count({ where: { ...about, action: 'approve' } })).toBe(3)
    expect(await db.decision.count({ where: { ...about, noteSealed: { not: null } } })).toBe(0)
    expect(await db.report.count({ where: { ...about, copySealed: { not: null } } })).toBe(1)
    const { entries } = await listStaffLog(people.dana, { about: people.marta.id })
    expect(entries[0]?.changes.map(({ field }) => field)).toEqual(['verified_at', 'verified_how'])
    expect(entries[0]?.actor).toMatchObject({ id: people.marta.id, name: '' })
  })

  it('may do it twice at once', async () => {
    await publishRide(people.aigul, people.samal)
    await Promise.all([eraseOwnAccount(people.aigul), eraseOwnAccount(people.aigul)])
    expect((await accountOf(people.aigul.id)).publicName).toBeNull()
  })

  it('and was suspended a moment before stays known, so that the ban holds', async () => {
    await suspendPerson(people.samal, people.anna.id, 'rules')
    await eraseOwnAccount(people.anna)
    const { emailHash, suspendedAt } = await accountOf(people.anna.id)
    expect(emailHash).toBe(hashEmail(CAST.anna.email))
    expect(suspendedAt).not.toBeNull()
  })
})

describe('somebody of the staff', () => {
  it('is a volunteer without name, second factor or codes afterwards', async () => {
    const { erzhan } = people
    const { secret, sealed } = offerSecret(erzhan)
    const now = new Date()
    await setSecondFactor(erzhan, { tokenHash: 'one' }, { sealed, code: codeAt(secret, now) }, now)
    await eraseOwnAccount(erzhan)
    expect(await accountOf(erzhan.id)).toMatchObject({ role: 'volunteer', publicName: null })
    expect(await db.secondFactor.count()).toBe(0)
    expect(await db.recoveryCode.count()).toBe(0)
  })

  it('who has not shown the second factor on this device erases nothing', async () => {
    const unproven = { ...people.samal, secondFactor: false }
    await expect(eraseOwnAccount(unproven)).rejects.toThrow('account.erase')
  })

  it('and the only admin stays; of two who leave at once, one does', async () => {
    await expect(eraseOwnAccount(people.dana)).rejects.toThrow('last_admin')
    await changeRole(people.dana, people.samal.id, 'admin')
    const admins = [people.dana, await actorOf(people.samal.id)]
    const ends = await Promise.allSettled(admins.map((admin) => eraseOwnAccount(admin)))
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.account.count({ where: { role: 'admin' } })).toBe(1)
  })
})
