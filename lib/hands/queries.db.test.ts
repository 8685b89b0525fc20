import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { handsOf } from '@/lib/hands/queries'
import { changeListing } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import { unseal } from '@/lib/seal'
import { listStaffLog } from '@/lib/staff-log/queries'
import { type Cast, cast } from '@/lib/testing/cast'
import { homeForm, offerHome, publishHome } from '@/lib/testing/homes'

let people: Cast
beforeAll(async () => {
  people = await cast()
})

type Said = { version?: number; note?: string; reason?: 'fine' | 'alone_at_night' }
const yes = (actor: Actor, listingId: string, { version = 1, note = '', reason }: Said = {}) =>
  decide(actor, { listingId, version, action: 'approve', reason: reason ?? 'fine', note })
const statusOf = async (id: string) =>
  (await db.listing.findUniqueOrThrow({ where: { id }, select: { status: true } })).status
const mailsAbout = (listingId: string) => db.$queryRaw<unknown[]>`
  SELECT 1 FROM jobs.job JOIN decision ON decision.id::text = data->>'decisionId'
  WHERE name = 'decision-mail' AND listing_id = ${listingId}::uuid`

describe('a volunteer’s first home', () => {
  it('is published by the second of two, and the author hears once', async () => {
    const id = await offerHome(people.marta)
    expect(await yes(people.samal, id)).toBe('endorse')
    expect([await statusOf(id), (await mailsAbout(id)).length]).toEqual(['pending', 0])
    await expect(yes(people.samal, id)).rejects.toThrow('endorsed')
    expect(await handsOf(db, people.erzhan, id)).toEqual({
      needed: 2,
      given: [{ id: people.samal.id, name: 'Самал' }],
      mayAlone: false,
    })
    expect(await yes(people.erzhan, id)).toBe('approve')
    expect([await statusOf(id), (await mailsAbout(id)).length]).toEqual(['published', 1])
  })

  it('of two at once is published once', async () => {
    const id = await offerHome(people.aigul)
    await Promise.all([yes(people.samal, id), yes(people.erzhan, id)])
    expect(await statusOf(id)).toBe('published')
    expect((await db.decision.findMany({ where: { listingId: id } })).map((d) => d.action)).toEqual(
      expect.arrayContaining(['endorse', 'approve']),
    )
  })

  it('needs two yeses to what it says now', async () => {
    const id = await offerHome(people.anna)
    await yes(people.samal, id)
    await changeListing(people.anna, id, 1, 'ru', homeForm({ body: 'Теперь иначе.' }))
    expect(await yes(people.erzhan, id, { version: 2 })).toBe('endorse')
    expect(await statusOf(id)).toBe('pending')
  })

  it('is not published by the database itself with one yes', async () => {
    const id = await offerHome(people.timur)
    await db.account.update({
      where: { id: people.timur.id },
      data: { verifiedAt: new Date(), verifiedHow: 'organisation', verifiedById: people.samal.id },
    })
    await yes(people.samal, id)
    const publish = db.listing.update({
      where: { id },
      data: { status: 'published', publishedAt: new Date() },
    })
    await expect(publish).rejects.toThrow()
    expect(await statusOf(id)).toBe('pending')
  })
})

it('the next home of the same host needs one, a shelter always two', async () => {
  await publishHome(people.dana, people.samal)
  const room = await offerHome(people.dana)
  expect(await yes(people.samal, room)).toBe('approve')
  const shelter = await offerHome(people.dana, { housingKind: 'shelter' })
  expect(await yes(people.samal, shelter)).toBe('endorse')
  expect(await yes(people.erzhan, shelter)).toBe('approve')
})

describe('a change that makes a shelter of a published room', () => {
  async function changed(): Promise<{ id: string; revisionId: string }> {
    const id = await publishHome(people.marta, people.samal)
    await changeListing(people.marta, id, 2, 'ru', homeForm({ housingKind: 'shelter' }))
    const { id: revisionId } = await db.listingRevision.findFirstOrThrow({
      where: { listingId: id, status: 'pending' },
    })
    return { id, revisionId }
  }
  const kindOf = async (listingId: string) =>
    (await db.housing.findUniqueOrThrow({ where: { listingId } })).housingKind
  const agree = (actor: Actor, { id, revisionId }: { id: string; revisionId: string }) =>
    decide(actor, {
      listingId: id,
      revisionId,
      version: 2,
      action: 'approve',
      reason: 'fine',
      note: '',
    })

  it('needs two, each once', async () => {
    const change = await changed()
    expect(await agree(people.samal, change)).toBe('endorse')
    await expect(agree(people.samal, change)).rejects.toThrow('endorsed')
    expect(await kindOf(change.id)).toBe('room')
    expect(await handsOf(db, people.erzhan, change.id, change.revisionId)).toMatchObject({
      needed: 2,
      given: [{ name: 'Самал' }],
    })
    expect(await agree(people.erzhan, change)).toBe('approve')
    expect(await kindOf(change.id)).toBe('shelter')
  })

  it('is counted anew when its author changes it again', async () => {
    const first = await changed()
    await agree(people.samal, first)
    const again = homeForm({ housingKind: 'shelter', beds: 30, body: 'Ещё больше места.' })
    await changeListing(people.marta, first.id, 2, 'ru', again)
    const { id: revisionId } = await db.listingRevision.findFirstOrThrow({
      where: { listingId: first.id, status: 'pending' },
    })
    expect(await agree(people.erzhan, { id: first.id, revisionId })).toBe('endorse')
    await expect(agree(people.erzhan, first)).rejects.toThrow('changed_meanwhile')
  })

  it('is refused by the database itself', async () => {
    const { id } = await changed()
    const shelter = db.housing.update({
      where: { listingId: id },
      data: { housingKind: 'shelter' },
    })
    await expect(shelter).rejects.toThrow()
  })

  it('of what is a shelter already needs one', async () => {
    const change = await changed()
    await agree(people.samal, change)
    await agree(people.erzhan, change)
    const words = homeForm({ housingKind: 'shelter', body: 'Теперь и ужин.' })
    await changeListing(people.marta, change.id, 3, 'ru', words)
    const { id: revisionId } = await db.listingRevision.findFirstOrThrow({
      where: { listingId: change.id, status: 'pending' },
    })
    const yes = { listingId: change.id, revisionId, version: 3, note: '' } as const
    expect(await decide(people.samal, { ...yes, action: 'approve', reason: 'fine' })).toBe(
      'approve',
    )
  })
})

describe('while fewer than three are active', () => {
  const away = (isAway: boolean) =>
    db.account.update({
      where: { id: people.erzhan.id },
      data: isAway
        ? { suspendedAt: new Date(), suspendedById: people.dana.id, suspensionReason: 'rules' }
        : { suspendedAt: null, suspendedById: null, suspensionReason: null },
    })
  afterEach(() => away(false))

  it('an admin publishes alone with a reason, which stays in the log', async () => {
    const alone = { note: 'Ночью никого больше нет', reason: 'alone_at_night' } as const
    const id = await offerHome(people.marta, { housingKind: 'shelter' })
    expect(await yes(people.dana, id, alone)).toBe('endorse')
    await away(true)
    for (const half of [{}, { note: alone.note }, { reason: alone.reason }]) {
      const other = await offerHome(people.marta, { housingKind: 'shelter' })
      expect(await yes(people.dana, other, half)).toBe('endorse')
    }
    const third = await offerHome(people.marta, { housingKind: 'shelter' })
    expect(await yes(people.dana, third, alone)).toBe('approve')
    const { entries } = await listStaffLog(people.dana, { about: third, subject: 'decision' })
    expect(entries[0]).toMatchObject({
      actor: { name: 'Дана' },
      subject: 'decision',
      why: 'alone_at_night',
    })
    expect(entries[0]?.changes).toContainEqual({
      field: 'reason',
      from: null,
      to: 'alone_at_night',
    })
    const said = await db.decision.findFirstOrThrow({ where: { listingId: third } })
    expect(said.reason).toBe(alone.reason)
    expect(unseal(said.noteSealed ?? '', 'decision.note')).toBe(alone.note)
  })

  it('where two agree or one is enough, no reason of one alone is recorded', async () => {
    const id = await offerHome(people.marta, { housingKind: 'shelter' })
    await yes(people.samal, id)
    await yes(people.dana, id, { note: 'Второй', reason: 'alone_at_night' })
    const reasons = await db.decision.findMany({ where: { listingId: id } })
    expect(reasons.map(({ reason }) => reason)).toEqual(['fine', 'fine'])
  })

  it('a moderator does not', async () => {
    const id = await offerHome(people.marta, { housingKind: 'shelter' })
    await away(true)
    expect(await yes(people.samal, id, { note: 'Ночью никого больше нет' })).toBe('endorse')
  })
})
