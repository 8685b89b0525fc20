import { beforeEach, describe, expect, it } from 'vitest'
import {
  acknowledgeDuties,
  changeProfile,
  changeRole,
  endSessionsOf,
  grantRole,
  liftSuspension,
  suspendPerson,
  verifyPerson,
} from '@/lib/accounts/commands'
import { mustReadDuties } from '@/lib/accounts/queries'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Forbidden, NotFound } from '@/lib/errors'
import { changeListing } from '@/lib/listings/commands'
import { unseal } from '@/lib/seal'
import { listStaffLog } from '@/lib/staff-log/queries'
import { actorOf, type Cast, cast, viewerOf } from '@/lib/testing/cast'
import { offerCentre } from '@/lib/testing/centres'
import { offerRide, publishRide, rideForm } from '@/lib/testing/rides'
import { CAST } from '@/prisma/seed/samples/people'

let people: Cast
let someone: Actor

beforeEach(async () => {
  if (!people) people = await cast()
  const emailHash = crypto.randomUUID()
  const emailSealed = `k1.${'A'.repeat(40)}`
  const data = { emailHash, emailSealed, publicName: 'Кто-то' }
  const { id } = await db.account.create({ data, select: { id: true } })
  someone = await actorOf(id)
})

const account = (id: string) => db.account.findUniqueOrThrow({ where: { id } })
const openSession = (accountId: string) =>
  db.session.create({
    data: { accountId, tokenHash: crypto.randomUUID(), expiresAt: new Date('2099-01-01') },
  })
const sessionsOf = (accountId: string) => db.session.count({ where: { accountId } })

describe('verifying', () => {
  it('records how and by whom', async () => {
    await verifyPerson(people.samal, someone.id, 'organisation')
    expect(await account(someone.id)).toMatchObject({
      verifiedHow: 'organisation',
      verifiedById: people.samal.id,
      verifiedAt: expect.any(Date),
    })
    expect((await actorOf(someone.id)).verified).toBe(true)
  })

  it('happens once: of several moderators at once one is believed', async () => {
    const answers = await Promise.allSettled(
      [people.samal, people.erzhan, people.dana].map((actor) =>
        verifyPerson(actor, someone.id, 'met_in_person'),
      ),
    )
    const told = answers.filter(({ status }) => status === 'rejected')
    expect(told).toHaveLength(2)
    for (const answer of told) expect(answer).toMatchObject({ reason: { code: 'already_decided' } })
  })

  it('is not for volunteers and not for oneself', async () => {
    for (const actor of [people.anna, someone]) {
      await expect(verifyPerson(actor, someone.id, 'organisation')).rejects.toThrow(Forbidden)
    }
    await expect(verifyPerson(people.samal, people.samal.id, 'organisation')).rejects.toThrow(
      Forbidden,
    )
    const nobody = '00000000-0000-4000-8000-000000000000'
    await expect(verifyPerson(people.samal, nobody, 'organisation')).rejects.toThrow(NotFound)
  })
})

describe('suspending', () => {
  it('ends sessions, takes down everything with a decision each and one mail, at once', async () => {
    await verifyPerson(people.samal, someone.id, 'organisation')
    const published = await publishRide(someone, people.samal)
    await changeListing(someone, published, 2, 'ru', rideForm({ body: 'Новый текст' }))
    const waiting = await offerCentre(someone)
    const sentBack = await offerRide(someone)
    await db.listing.update({ where: { id: sentBack }, data: { status: 'changes_requested' } })
    const withdrawn = await offerRide(someone)
    await db.listing.update({ where: { id: withdrawn }, data: { status: 'withdrawn' } })
    await openSession(someone.id)

    await suspendPerson(people.samal, someone.id, 'asked_for_money', 'Просил деньги')

    const row = await account(someone.id)
    expect(row).toMatchObject({ suspensionReason: 'asked_for_money', suspensionNote: null })
    const note = unseal(row.suspensionNoteSealed ?? '', 'account.suspensionNote')
    expect(note).toBe('Просил деньги')
    expect(await viewerOf(someone.id)).toBe(people.guest)
    expect(await sessionsOf(someone.id)).toBe(0)
    const rows = await db.listing.findMany({ where: { ownerId: someone.id } })
    const statusOf = (id: string) => rows.find((row) => row.id === id)?.status
    expect([published, waiting, sentBack, withdrawn].map(statusOf)).toEqual([
      'taken_down',
      'taken_down',
      'taken_down',
      'withdrawn',
    ])
    const decisions = await db.decision.findMany({
      where: { ownerId: someone.id, action: 'take_down' },
    })
    expect(decisions.map(({ listingId }) => listingId).sort()).toEqual(
      [published, waiting, sentBack].sort(),
    )
    expect(new Set(decisions.map(({ reason }) => reason))).toEqual(new Set(['author_suspended']))
    const ids = [someone.id, ...decisions.map(({ id }) => id)]
    const mails = await db.$queryRaw`
      SELECT name, data FROM jobs.job WHERE data->>'accountId' = ANY (${ids})
        OR data->>'decisionId' = ANY (${ids})`
    expect(mails).toEqual([{ name: 'suspension-mail', data: { accountId: someone.id } }])
    const pending = { listing: { ownerId: someone.id }, status: 'pending' as const }
    expect(await db.listingRevision.count({ where: pending })).toBe(0)
  })

  it('happens once, and what was taken down stays down when it is lifted', async () => {
    const id = await offerCentre(someone)
    await suspendPerson(people.samal, someone.id, 'asked_for_money')
    await expect(suspendPerson(people.erzhan, someone.id, 'rules')).rejects.toMatchObject({
      code: 'already_decided',
    })
    await liftSuspension(people.erzhan, someone.id)
    await expect(liftSuspension(people.samal, someone.id)).rejects.toThrow('already_decided')
    expect(await account(someone.id)).toMatchObject({
      suspensionReason: null,
      suspensionNoteSealed: null,
    })
    expect((await viewerOf(someone.id)).kind).toBe('account')
    expect((await db.listing.findUniqueOrThrow({ where: { id } })).status).toBe('taken_down')
  })

  it('of a moderator is for admins, of oneself for nobody, and leaves nothing by half', async () => {
    await openSession(people.erzhan.id)
    for (const actor of [people.samal, people.anna, people.erzhan]) {
      await expect(suspendPerson(actor, people.erzhan.id, 'rules')).rejects.toThrow(Forbidden)
    }
    expect((await account(people.erzhan.id)).suspendedAt).toBeNull()
    expect(await sessionsOf(people.erzhan.id)).toBe(1)
  })
})

describe('roles', () => {
  it('are given by admins to others, and end the sessions', async () => {
    await openSession(someone.id)
    await changeRole(people.dana, someone.id, 'moderator')
    expect((await actorOf(someone.id)).role).toBe('moderator')
    expect(await sessionsOf(someone.id)).toBe(0)
    for (const actor of [people.samal, people.anna]) {
      await expect(changeRole(actor, someone.id, 'admin')).rejects.toThrow(Forbidden)
    }
    await expect(changeRole(people.dana, people.dana.id, 'volunteer')).rejects.toThrow(Forbidden)
  })

  it('the first admin comes from the command line, once there is an account', async () => {
    expect(await grantRole('nobody@example.org', 'admin')).toBe(false)
    expect(await grantRole(` ${CAST.aigul.email.toUpperCase()}`, 'moderator')).toBe(true)
    expect((await actorOf(people.aigul.id)).role).toBe('moderator')
  })
})

describe('the last admin', () => {
  it('stays, whoever takes the role away and how', async () => {
    await expect(grantRole(CAST.dana.email, 'volunteer')).rejects.toThrow('last_admin')
    await expect(
      db.account.update({ where: { id: people.dana.id }, data: { suspendedAt: new Date() } }),
    ).rejects.toThrow()
    await changeRole(people.dana, someone.id, 'admin')
    const other = await actorOf(someone.id)
    await suspendPerson(other, people.dana.id, 'rules')
    await expect(changeRole(people.dana, other.id, 'volunteer')).rejects.toThrow('last_admin')
    await liftSuspension(other, people.dana.id)
    await changeRole(people.dana, other.id, 'volunteer')
  })

  it('is one of two who take each other the role at the same moment', async () => {
    await changeRole(people.dana, someone.id, 'admin')
    const other = await actorOf(someone.id)
    const ways = await Promise.allSettled([
      changeRole(people.dana, other.id, 'volunteer'),
      changeRole(other, people.dana.id, 'volunteer'),
    ])
    expect(ways.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.account.count({ where: { role: 'admin', suspendedAt: null } })).toBe(1)
    await db.account.update({ where: { id: people.dana.id }, data: { role: 'admin' } })
  })
})

describe('sessions of others', () => {
  it('end everywhere, by staff, who stand in the log', async () => {
    await openSession(someone.id)
    await openSession(someone.id)
    await endSessionsOf(people.samal, someone.id)
    expect(await sessionsOf(someone.id)).toBe(0)
    const { entries } = await listStaffLog(people.dana, { about: someone.id, subject: 'account' })
    expect(entries[0]).toMatchObject({
      actor: { name: 'Самал' },
      changes: [{ field: 'sessions_ended_at' }],
    })
  })

  it('of a moderator only by an admin, of volunteers never by volunteers', async () => {
    await openSession(people.erzhan.id)
    const open = await sessionsOf(people.erzhan.id)
    for (const actor of [people.samal, people.anna, people.erzhan]) {
      await expect(endSessionsOf(actor, people.erzhan.id)).rejects.toThrow(Forbidden)
    }
    await expect(endSessionsOf(people.anna, someone.id)).rejects.toThrow(Forbidden)
    expect(await sessionsOf(people.erzhan.id)).toBe(open)
  })
})

describe('oneself', () => {
  it('is called and written to as one chose', async () => {
    await changeProfile(someone, { publicName: 'Айбек', language: 'kk' })
    expect(await actorOf(someone.id)).toMatchObject({ publicName: 'Айбек', locale: 'kk' })
  })

  it('reads the duties once for each kind that has any', async () => {
    expect(await mustReadDuties(someone, 'ride')).toBe(true)
    await acknowledgeDuties(someone, 'ride')
    await acknowledgeDuties(someone, 'ride')
    expect(await mustReadDuties(someone, 'ride')).toBe(false)
    expect(await mustReadDuties(someone, 'housing')).toBe(true)
    expect(await mustReadDuties(someone, 'centre')).toBe(false)
  })
})
