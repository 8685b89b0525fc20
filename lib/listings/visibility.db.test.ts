import { beforeAll, describe, expect, it } from 'vitest'
import { GUEST, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { type ListingKind, ListingStatus } from '@/lib/generated/prisma/enums'
import { FRESHNESS } from '@/lib/listings/rules'
import { visibleRows, visibleTo } from '@/lib/policy'
import { type Cast, cast } from '@/lib/testing/cast'

const DAY_MS = 86_400_000
const now = new Date('2026-11-22T12:00:00Z')
const soon = new Date(now.getTime() + DAY_MS)
let people: Cast

beforeAll(async () => {
  people = await cast()
})

type Change = Parameters<typeof db.listing.create>[0]['data']

/** A listing with nothing but its own row: all that visibility may depend on. */
async function listingWith(
  kind: ListingKind,
  change: Partial<Change> = {},
  ownerId = people.marta.id,
): Promise<string> {
  const { id } = await db.listing.create({
    data: {
      kind,
      ownerId,
      city: 'uralsk',
      language: 'ru',
      title: 'Что-то',
      body: '',
      status: 'published',
      // Which two need not agree on.
      sample: true,
      publishedAt: now,
      confirmedAt: now,
      expiresAt: kind === 'centre' ? null : soon,
      ...change,
    } as Change,
    select: { id: true },
  })
  return id
}

/** Whether a viewer sees a listing: the filter and the condition in SQL must agree on it. */
async function sees(viewer: Viewer, id: string, at = now): Promise<boolean> {
  const filtered = (await db.listing.count({ where: { id, AND: [visibleTo(viewer, at)] } })) === 1
  const rows = await db.$queryRaw<unknown[]>`
    SELECT listing.id FROM listing JOIN account AS owner ON owner.id = listing.owner_id
    WHERE listing.id = ${id}::uuid AND ${visibleRows(viewer, at)}`
  expect(rows.length === 1).toBe(filtered)
  const { kind } = await db.listing.findUniqueOrThrow({ where: { id } })
  const where = { id, AND: [visibleTo(viewer, at, kind)] }
  expect((await db.listing.count({ where })) === 1, 'its kind being known').toBe(filtered)
  const ofKind = await db.$queryRaw<unknown[]>`
    SELECT listing.id FROM listing JOIN account AS owner ON owner.id = listing.owner_id
    WHERE listing.id = ${id}::uuid AND ${visibleRows(viewer, at, kind)}`
  expect(ofKind.length === 1, 'its kind being known, in SQL').toBe(filtered)
  return filtered
}

describe('a guest', () => {
  const kinds = ['ride', 'housing', 'centre'] as const

  it.each(Object.values(ListingStatus))(
    'status %s: sees it only when published',
    async (status) => {
      for (const kind of kinds) {
        expect(await sees(GUEST, await listingWith(kind, { status }))).toBe(status === 'published')
      }
    },
  )

  it.each(kinds)(
    'does not see a paused %s, and sees it again when the pause ends',
    async (kind) => {
      const pausedUntil = new Date(now.getTime() + 60_000)
      const id = await listingWith(kind, { pausedUntil })
      expect(await sees(GUEST, id, now)).toBe(false)
      expect(await sees(GUEST, id, pausedUntil)).toBe(true)
    },
  )

  it.each(kinds)('sees a full %s', async (kind) => {
    expect(await sees(GUEST, await listingWith(kind, { full: true }))).toBe(true)
  })

  it('sees nothing that is over, from the very moment on', async () => {
    for (const kind of ['ride', 'housing'] as const) {
      expect(await sees(GUEST, await listingWith(kind, { expiresAt: now }))).toBe(false)
      const next = new Date(now.getTime() + 1)
      expect(await sees(GUEST, await listingWith(kind, { expiresAt: next }))).toBe(true)
    }
  })

  it.each(kinds)('does not see a %s of someone suspended', async (kind) => {
    expect(await sees(GUEST, await listingWith(kind, {}, people.oleg.id))).toBe(false)
  })

  it.each(kinds)('does not see a %s whose author lost the verification', async (kind) => {
    const { id: ownerId } = await db.account.update({
      where: { id: people.aigul.id },
      data: { verifiedAt: new Date(), verifiedHow: 'organisation', verifiedById: people.dana.id },
    })
    const id = await listingWith(kind, {}, ownerId)
    expect(await sees(GUEST, id)).toBe(true)
    await db.account.update({
      where: { id: ownerId },
      data: { verifiedAt: null, verifiedHow: null, verifiedById: null },
    })
    expect(await sees(GUEST, id)).toBe(false)
  })

  it.each([
    ['housing', 2, false],
    ['housing', 1, true],
    ['centre', 2, false],
    ['centre', 0, true],
    ['ride', 2, true],
  ] as const)(
    'a %s not confirmed in its time, %i warnings: %s',
    async (kind, warnings, visible) => {
      const days = FRESHNESS[kind].hiddenDays || 30
      const change = {
        confirmedAt: new Date(now.getTime() - days * DAY_MS),
        warningsDelivered: warnings,
      }
      const id = await listingWith(kind, change)
      const later = new Date(now.getTime() + 1)
      expect(await sees(GUEST, id, now)).toBe(true)
      expect(await sees(GUEST, id, later)).toBe(visible)
    },
  )
})

describe('authors and staff', () => {
  const hidden = [
    ...Object.values(ListingStatus).map((status) => ({ status })),
    { pausedUntil: new Date('2099-01-01') },
    { expiresAt: now },
  ]

  it.each(hidden)('%j: the author sees it, staff do, nobody else', async (change) => {
    const id = await listingWith('ride', change)
    const isPublic = 'status' in change && change.status === 'published'
    expect(await sees(people.marta, id)).toBe(true)
    expect(await sees(people.samal, id)).toBe(true)
    expect(await sees(people.dana, id)).toBe(true)
    for (const other of [people.aigul, people.timur, people.anna, GUEST]) {
      expect(await sees(other, id)).toBe(isPublic)
    }
  })

  it('someone suspended is a guest and sees nothing of their own', async () => {
    const id = await listingWith('ride', { status: 'pending' }, people.oleg.id)
    expect(await sees(GUEST, id)).toBe(false)
  })
})
