import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import {
  carryOut,
  carryOutDue,
  claim,
  holdDecision,
  letGo,
  undoDecision,
} from '@/lib/desk/commands'
import { getDesk, listNext } from '@/lib/desk/queries'
import { decide } from '@/lib/moderation/commands'
import type { DecisionInput } from '@/lib/moderation/schema'
import { type Cast, cast } from '@/lib/testing/cast'
import { offerRide, publishRide } from '@/lib/testing/rides'

process.env.QADAM_UNDO_SECONDS = '30'
const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

let people: Cast
beforeAll(async () => {
  people = await cast()
})

const yes = (listingId: string, change: Partial<DecisionInput> = {}): DecisionInput => ({
  listingId,
  version: 1,
  action: 'approve',
  reason: 'fine',
  note: '',
  revisionId: undefined,
  ...change,
})
const statusOf = async (id: string) =>
  (await db.listing.findUniqueOrThrow({ where: { id }, select: { status: true } })).status
const heldOf = (listingId: string) => db.heldDecision.findFirst({ where: { listingId } })
const mailsOf = (listingId: string) =>
  db.$queryRaw<unknown[]>`
    SELECT 1 FROM jobs.job JOIN decision ON decision.id::text = data->>'decisionId'
    WHERE name = 'decision-mail' AND listing_id = ${listingId}::uuid`

/** Decides and answers what waits. */
async function hold(actor: Actor, input: DecisionInput, now = new Date()) {
  expect(await holdDecision(actor, input, now)).toMatchObject({ held: true })
  const held = await heldOf(input.listingId)
  if (!held) throw new Error('nothing is held')
  return held
}

describe('a decision', () => {
  it('changes nothing and tells nobody before its time, and then everything', async () => {
    const id = await offerRide(people.marta)
    const held = await hold(people.samal, yes(id))
    await carryOut(held.id, new Date())
    expect([await statusOf(id), await mailsOf(id)]).toEqual(['pending', []])
    await carryOut(held.id, held.dueAt)
    expect(await statusOf(id)).toBe('published')
    expect(await mailsOf(id)).toHaveLength(1)
    expect(await heldOf(id)).toBeNull()
    await carryOut(held.id, held.dueAt)
    expect(await mailsOf(id)).toHaveLength(1)
    const { id: decisionId } = await db.decision.findFirstOrThrow({ where: { listingId: id } })
    expect(decisionId).toBeTruthy()
  })

  it('is taken back by whoever made it, while it waits', async () => {
    const id = await offerRide(people.marta)
    const held = await hold(people.samal, yes(id))
    await expect(undoDecision(people.erzhan, held.id, new Date())).rejects.toThrow('undo_over')
    await undoDecision(people.samal, held.id, new Date())
    await carryOut(held.id, held.dueAt)
    expect(await statusOf(id)).toBe('pending')
    expect(await db.decision.count({ where: { listingId: id } })).toBe(0)
    const again = await hold(people.samal, yes(id))
    await expect(undoDecision(people.samal, again.id, again.dueAt)).rejects.toThrow('undo_over')
  })

  it('leaves the queue for its half minute, and only its moderator sees it', async () => {
    const id = await offerRide(people.marta)
    await hold(people.samal, yes(id))
    const isThere = async (actor: Actor) => {
      const { entries, held } = await getDesk(actor, new Date())
      return [entries, held].map((some) => some.some(({ listingId }) => listingId === id))
    }
    expect(await isThere(people.samal)).toEqual([false, true])
    expect(await isThere(people.erzhan)).toEqual([false, false])
  })

  it('is refused at once for whatever it would be refused for later', async () => {
    const own = await offerRide(people.samal)
    await expect(holdDecision(people.samal, yes(own), new Date())).rejects.toThrow('listing.decide')
    const id = await offerRide(people.marta)
    const stale = yes(id, { version: 7 })
    await expect(holdDecision(people.samal, stale, new Date())).rejects.toThrow('changed_meanwhile')
    expect(await heldOf(id)).toBeNull()
    expect(await db.decision.count({ where: { listingId: id } })).toBe(0)
  })

  it('is one, of two moderators at once', async () => {
    const id = await offerRide(people.marta)
    const ways = await Promise.allSettled([
      holdDecision(people.samal, yes(id), new Date()),
      holdDecision(people.erzhan, yes(id), new Date()),
    ])
    expect(ways.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.heldDecision.count({ where: { listingId: id } })).toBe(1)
    await expect(decide(people.dana, yes(id))).rejects.toThrow('already_decided')
  })

  it('is dropped when its moderator is suspended, and the listing waits again', async () => {
    const id = await offerRide(people.marta)
    const held = await hold(people.erzhan, yes(id))
    const suspension = {
      suspendedAt: new Date(),
      suspendedById: people.dana.id,
      suspensionReason: 'rules',
    }
    await db.account.update({ where: { id: people.erzhan.id }, data: suspension })
    await carryOutDue(held.dueAt)
    const none = { suspendedAt: null, suspendedById: null, suspensionReason: null }
    await db.account.update({ where: { id: people.erzhan.id }, data: none })
    expect([await statusOf(id), await heldOf(id)]).toEqual(['pending', null])
  })

  it('about something unsafe waits for nothing', async () => {
    const id = await publishRide(people.marta, people.samal)
    const input = yes(id, { version: 2, action: 'take_down', reason: 'reported_unsafe' })
    expect(await holdDecision(people.samal, input, new Date())).toEqual({
      done: 'take_down',
      held: false,
    })
    expect(await statusOf(id)).toBe('taken_down')
  })
})

describe('what somebody has in hand', () => {
  it('is decided by nobody else, and frees itself after ten minutes', async () => {
    const id = await offerRide(people.marta)
    const now = new Date()
    expect(await claim(people.samal, id, now)).toBe(true)
    expect(await claim(people.samal, id, now)).toBe(true)
    expect(await claim(people.erzhan, id, now)).toBe(false)
    await expect(decide(people.erzhan, yes(id))).rejects.toThrow('claimed')
    const later = new Date(now.getTime() + 10 * MINUTE_MS)
    expect(await claim(people.erzhan, id, later)).toBe(true)
  })

  it('goes to one of many who take it at once', async () => {
    const id = await offerRide(people.marta)
    const staff = [people.samal, people.erzhan, people.dana]
    const taken = await Promise.all(staff.map((actor) => claim(actor, id, new Date())))
    expect(taken.filter(Boolean)).toHaveLength(1)
  })

  it('is let go by hand, by whoever has it', async () => {
    const id = await offerRide(people.marta)
    await claim(people.samal, id, new Date())
    await letGo(people.erzhan, id)
    expect(await claim(people.erzhan, id, new Date())).toBe(false)
    await letGo(people.samal, id)
    expect(await claim(people.erzhan, id, new Date())).toBe(true)
  })

  it('is said to colleagues, and next comes what nobody has, never one’s own', async () => {
    const [first, second, own] = [
      await offerRide(people.marta),
      await offerRide(people.marta),
      await offerRide(people.samal),
    ]
    await claim(people.erzhan, first, new Date())
    const { claimedBy } = await getDesk(people.samal, new Date())
    expect(claimedBy.get(first)).toBe('Ержан')
    const next = await listNext(people.samal, undefined, new Date())
    expect(next).toContain(second)
    expect(next).not.toContain(first)
    expect(next).not.toContain(own)
    expect(await listNext(people.samal, second, new Date())).not.toContain(second)
  })

  it('is nothing for volunteers', async () => {
    const id = await offerRide(people.marta)
    await expect(claim(people.anna, id, new Date())).rejects.toThrow('queue.view')
    await expect(undoDecision(people.anna, id, new Date())).rejects.toThrow('queue.view')
    await expect(getDesk(people.anna, new Date())).rejects.toThrow('queue.view')
  })
})
