import { beforeAll, describe, expect, it } from 'vitest'
import { verifyPerson } from '@/lib/accounts/commands'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Conflict, Forbidden, NotFound } from '@/lib/errors'
import { changeListing, withdrawListing } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import { DECISIONS, type DecisionInput, REASONS } from '@/lib/moderation/schema'
import { unseal } from '@/lib/seal'
import { type Cast, cast } from '@/lib/testing/cast'
import { offerRide, publishRide, rideForm } from '@/lib/testing/rides'

const ROUNDS = 12
let people: Cast

beforeAll(async () => {
  people = await cast()
})

type Decided = Partial<Pick<DecisionInput, 'action' | 'version' | 'note'>>

function decideOn(listingId: string, actor: Actor, input: Decided = {}): Promise<unknown> {
  const action = input.action ?? 'approve'
  const [reason] = REASONS[action]
  return decide(actor, { listingId, version: 1, note: '', reason, ...input, action })
}

const listing = (id: string) => db.listing.findUniqueOrThrow({ where: { id } })
const decisions = (listingId: string) => db.decision.findMany({ where: { listingId } })
const mails = () => db.$queryRaw<{ data: { decisionId: string } }[]>`
  SELECT data FROM jobs.job WHERE name = 'decision-mail'`

/** How many decisions have no mail, and how many mails have no decision. */
async function unmatched(): Promise<[number, number]> {
  const decided = new Set((await db.decision.findMany()).map(({ id }) => id))
  const mailed = (await mails()).map(({ data }) => data.decisionId)
  return [
    [...decided].filter((id) => !mailed.includes(id)).length,
    mailed.filter((id) => !decided.has(id)).length,
  ]
}

describe('a decision', () => {
  const outcomes = {
    approve: 'published',
    reject: 'rejected',
    request_changes: 'changes_requested',
    take_down: 'taken_down',
  } as const

  it.each(DECISIONS)('%s changes the status, is kept and mailed', async (action) => {
    const id = await offerRide(people.marta)
    await decideOn(id, people.samal, { action, note: 'Спасибо' })
    expect(await listing(id)).toMatchObject({ status: outcomes[action], version: 2 })
    const [decision] = await decisions(id)
    expect(decision).toMatchObject({
      action,
      reason: REASONS[action][0],
      ownerId: people.marta.id,
      moderatorId: people.samal.id,
    })
    expect(unseal(decision?.noteSealed ?? '', 'decision.note')).toBe('Спасибо')
    const payloads = (await mails()).map(({ data }) => data)
    expect(payloads).toContainEqual({ decisionId: decision?.id })
  })

  it('publishes with a date, and the time of its truth begins', async () => {
    const id = await offerRide(people.marta)
    const old = new Date('2026-01-01')
    await db.listing.update({ where: { id }, data: { confirmedAt: old } })
    await decideOn(id, people.samal)
    const { publishedAt, confirmedAt } = await listing(id)
    expect(publishedAt).toEqual(confirmedAt)
    expect(Date.now() - confirmedAt.getTime()).toBeLessThan(60_000)
  })

  it('takes down what is published, with the change that was proposed', async () => {
    const id = await publishRide(people.marta, people.samal)
    await changeListing(people.marta, id, 2, 'ru', rideForm({ body: 'Новый текст' }))
    await decideOn(id, people.erzhan, { action: 'take_down', version: 2 })
    expect((await listing(id)).status).toBe('taken_down')
    const pending = { listingId: id, status: 'pending' as const }
    expect(await db.listingRevision.count({ where: pending })).toBe(0)
  })
})

describe('a decision that is not possible', () => {
  async function refused(id: string, actor: Actor, input: Decided = {}): Promise<unknown> {
    const before = await listing(id)
    const error = await decideOn(id, actor, input).catch((reason: unknown) => reason)
    expect(await listing(id)).toEqual(before)
    expect(await unmatched()).toEqual([0, 0])
    return error instanceof Conflict ? error.code : error
  }

  it('on one’s own listing, whatever the role', async () => {
    for (const author of [people.samal, people.dana]) {
      const id = await offerRide(author)
      expect(await refused(id, author)).toBeInstanceOf(Forbidden)
    }
  })

  it('by someone who is no moderator', async () => {
    const id = await offerRide(people.marta)
    for (const actor of [people.aigul, people.anna, people.marta]) {
      expect(await refused(id, actor)).toBeInstanceOf(Forbidden)
    }
  })

  it('publishing for someone nobody has verified', async () => {
    const id = await offerRide(people.timur)
    expect(await refused(id, people.samal)).toBe('not_verified')
    await verifyPerson(people.samal, people.timur.id, 'met_in_person')
    await decideOn(id, people.samal)
    expect((await listing(id)).status).toBe('published')
  })

  it('publishing what has left', async () => {
    const id = await offerRide(people.marta)
    await db.listing.update({ where: { id }, data: { expiresAt: new Date() } })
    expect(await refused(id, people.samal)).toBe('departed')
    await decideOn(id, people.samal, { action: 'reject' })
  })

  it('on a version that the author has changed since', async () => {
    const id = await offerRide(people.marta)
    await changeListing(people.marta, id, 1, 'ru', rideForm({ body: 'Другое' }))
    expect(await refused(id, people.samal)).toBe('changed_meanwhile')
    expect(await refused(id, people.samal, { version: 3 })).toBe('changed_meanwhile')
    await decideOn(id, people.samal, { version: 2 })
  })

  it.each(DECISIONS)('%s of what was withdrawn', async (action) => {
    const id = await offerRide(people.marta)
    await withdrawListing(people.marta, id)
    expect(await refused(id, people.samal, { action, version: 2 })).toBe('already_decided')
  })

  it('a second time', async () => {
    const id = await publishRide(people.marta, people.samal)
    expect(await refused(id, people.erzhan)).toBe('already_decided')
    expect(await refused(id, people.erzhan, { version: 2 })).toBe('already_decided')
  })

  it('on what does not exist', async () => {
    const nothing = '00000000-0000-4000-8000-000000000000'
    await expect(decideOn(nothing, people.samal)).rejects.toThrow(NotFound)
  })
})

describe('two at once', () => {
  it(`of two moderators exactly one wins, ${ROUNDS} times`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = await offerRide(people.marta)
      const answers = await Promise.allSettled([
        decideOn(id, people.samal, { action: 'approve' }),
        decideOn(id, people.erzhan, { action: 'reject' }),
        decideOn(id, people.dana, { action: 'request_changes' }),
      ])
      const lost = answers.filter(({ status }) => status === 'rejected')
      expect(lost).toHaveLength(2)
      for (const answer of lost) {
        expect(answer).toMatchObject({ reason: { code: 'already_decided' } })
      }
      expect(await decisions(id)).toHaveLength(1)
    }
    expect(await unmatched()).toEqual([0, 0])
  })

  it(`of a decision and a change of the author exactly one wins, ${ROUNDS} times`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = await offerRide(people.marta)
      const [decided, changed] = await Promise.allSettled([
        decideOn(id, people.samal),
        changeListing(people.marta, id, 1, 'ru', rideForm({ body: 'Другое' })),
      ])
      const { status, version, body } = await listing(id)
      expect(version).toBe(2)
      if (decided.status === 'fulfilled') {
        expect(changed).toMatchObject({ reason: { code: 'changed_meanwhile' } })
        expect({ status, body }).toEqual({ status: 'published', body: rideForm().body })
      } else {
        expect(decided.reason).toMatchObject({ code: 'changed_meanwhile' })
        expect({ status, body }).toEqual({ status: 'pending', body: 'Другое' })
      }
    }
  })

  it(`a withdrawn listing is never public, ${ROUNDS} times`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = await offerRide(people.marta)
      await Promise.allSettled([decideOn(id, people.samal), withdrawListing(people.marta, id)])
      expect((await listing(id)).status).toBe('withdrawn')
    }
  })
})

describe('the mail about a decision', () => {
  it('does not exist when the decision does not: a commit that fails leaves none', async () => {
    const id = await offerRide(people.marta)
    const before = (await mails()).length
    await db.$executeRaw`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the commit fails'; END $$`
    await db.$executeRaw`
      CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON decision
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()`
    await expect(decideOn(id, people.samal)).rejects.toThrow('the commit fails')
    await db.$executeRaw`DROP TRIGGER refuse ON decision`
    expect((await mails()).length).toBe(before)
    expect((await listing(id)).status).toBe('pending')
    expect(await decisions(id)).toEqual([])
  })

  it('cannot be written: then there is no decision either', async () => {
    const id = await offerRide(people.marta)
    await db.$executeRaw`ALTER TABLE jobs.job RENAME TO hidden`
    await expect(decideOn(id, people.samal)).rejects.toThrow('jobs.job')
    await db.$executeRaw`ALTER TABLE jobs.hidden RENAME TO job`
    expect((await listing(id)).status).toBe('pending')
    expect(await decisions(id)).toEqual([])
  })
})
