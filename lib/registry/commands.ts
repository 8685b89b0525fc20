import type { Actor } from '@/lib/auth/viewer'
import type { WeeklySpan } from '@/lib/centres/rules'
import type { CentreInput } from '@/lib/centres/schema'
import type { Connection } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import { type Locked, withListings } from '@/lib/holds/locks'
import type { Locale } from '@/lib/i18n/locales'
import { dayColumn } from '@/lib/places/city-time'
import { authorize } from '@/lib/policy'
import type { DayInput } from '@/lib/registry/schema'
import { type Standing, standingOf, standingSelect } from '@/lib/registry/standing'
import { rewrite } from '@/lib/registry/write'
import { signAs } from '@/lib/staff-log/commands'

/**
 * Changes another's published centre for everyone at once. What its author sealed stays as it is,
 * and so do dated exceptions and the later openings of a day, which the form does not show. Conflict
 * when it was changed since `version` was read, or while a change by its author waits.
 */
export async function editCentre(
  actor: Actor,
  id: string,
  version: number,
  language: Locale,
  input: CentreInput,
): Promise<void> {
  const now = new Date()
  await withListings([id], async ({ tx }) => {
    const row = await tx.listing.findUnique({
      where: { id, kind: 'centre', status: 'published' },
      select: { ...standingSelect, ownerId: true },
    })
    if (!row) throw new NotFound('centre')
    authorize(actor, 'centre.edit', row)
    const { shut, facts: standing } = standingOf(row, now)
    if (row.version !== version) throw new Conflict('changed_meanwhile')
    if (shut === 'change_waits') throw new Conflict('change_waits')
    const { address: _, ...open } = input
    const { key, exceptions } = standing
    const hours = withLaterOpenings(input.hours, standing.hours)
    await signAs(tx, actor)
    await rewrite(tx, [{ id, version, facts: { ...open, key, language, exceptions, hours } }], now)
  })
}

/** Sets a day on which a centre is closed or open at other hours; in place of what was set for it. */
export async function setDay(actor: Actor, { id, day, hours }: DayInput): Promise<void> {
  await onDays(actor, id, async ({ tx }) => {
    const where = { listingId: id, day: dayColumn(day) }
    const open = { opens: hours?.opens ?? null, closes: hours?.closes ?? null }
    await tx.openingException.upsert({
      where: { listingId_day: where },
      create: { ...where, ...open },
      update: open,
    })
  })
}

/** Makes a day one like any other of its week. Twice is once. */
export async function dropDay(actor: Actor, id: string, day: string): Promise<void> {
  await onDays(actor, id, async ({ tx }) => {
    await tx.openingException.deleteMany({ where: { listingId: id, day: dayColumn(day) } })
  })
}

/** All centres as they stand, to compare a file with. */
export async function readStanding(tx: Connection, now: Date): Promise<Standing[]> {
  const rows = await tx.listing.findMany({
    // Table by table: joined, a large file that came before the database had counted it takes minutes.
    relationLoadStrategy: 'query',
    where: { kind: 'centre' },
    select: standingSelect,
  })
  return rows.map((row) => standingOf(row, now))
}

/** Days apply at once, like a pause. Another version: who compared the centre before looks again. */
async function onDays(
  actor: Actor,
  id: string,
  write: (locked: Locked) => Promise<void>,
): Promise<void> {
  await withListings([id], async (locked) => {
    const { tx } = locked
    const where = { id, kind: 'centre' } as const
    const listing = await tx.listing.findUnique({ where, select: { ownerId: true } })
    if (!listing) throw new NotFound('centre')
    authorize(actor, 'centre.setDays', listing)
    // What an author sets of their own is no deed of the staff.
    if (listing.ownerId !== actor.id) await signAs(tx, actor)
    await write(locked)
    await tx.listing.update({ where: { id }, data: { version: { increment: 1 } } })
  })
}

/** The form has one opening a day: a day whose first is as it was keeps its others. */
function withLaterOpenings(typed: WeeklySpan[], standing: WeeklySpan[]): WeeklySpan[] {
  return typed.flatMap((span) => {
    const usual = standing.filter(({ weekday }) => weekday === span.weekday)
    const [first] = usual
    const isAsItWas = first?.opens === span.opens && first.closes === span.closes
    return isAsItWas ? usual : [span]
  })
}
