import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { addDays, cityInstant } from '@/lib/places/city-time'
import { authorize } from '@/lib/policy'
import type { LogSearch, Subject } from '@/lib/staff-log/schema'

const PAGE = 50
const ZONE = 'Asia/Almaty'

export interface LogEntry {
  id: string
  at: Date
  /** Null: whoever runs the server. */
  actor: { id: string; name: string } | null
  subject: Subject
  subjectId: string
  /** What it is called where an address says more than an id: a place, a statement, a day. */
  called: string | null
  /** What became different: from what, to what. */
  changes: Change[]
  why: string
}

export interface Change {
  field: string
  from: string | null
  to: string | null
}

/** What staff changed, the newest first, 50 at a time; `next` is the `before` of the next page. */
export async function listStaffLog(
  actor: Actor,
  { subject, who, about, from, to, before }: LogSearch,
): Promise<{ entries: LogEntry[]; next: string | null }> {
  authorize(actor, 'log.view', null)
  const rows = await db.staffLogEntry.findMany({
    where: {
      ...(subject ? { subject } : {}),
      ...(who ? { actorId: who } : {}),
      ...(about ? { subjectId: about } : {}),
      at: {
        ...(from ? { gte: cityInstant(from, '00:00', ZONE) } : {}),
        ...(to ? { lt: cityInstant(addDays(to, 1), '00:00', ZONE) } : {}),
      },
      ...(before ? { id: { lt: before } } : {}),
    },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: {
      id: true,
      at: true,
      subject: true,
      subjectId: true,
      before: true,
      after: true,
      why: true,
      actor: { select: { id: true, publicName: true } },
    },
  })
  const shown = rows.slice(0, PAGE)
  const entries = shown.map((row) => ({
    id: String(row.id),
    at: row.at,
    actor: row.actor && { id: row.actor.id, name: row.actor.publicName ?? '' },
    subject: row.subject as Subject,
    subjectId: row.subjectId,
    called: calledBy({ ...fields(row.before), ...fields(row.after) }),
    changes: changesBetween(fields(row.before), fields(row.after)),
    why: row.why,
  }))
  return { entries, next: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null }
}

/** Everyone whose deeds stand in the log, by name. */
export async function listLogActors(actor: Actor): Promise<{ id: string; name: string }[]> {
  authorize(actor, 'log.view', null)
  const rows = await db.account.findMany({
    where: { staffLog: { some: {} } },
    orderBy: [{ publicName: 'asc' }, { id: 'asc' }],
    select: { id: true, publicName: true },
  })
  return rows.map(({ id, publicName }) => ({ id, name: publicName ?? '' }))
}

function calledBy({ key, id, day }: Fields): string | null {
  return key ?? id ?? day ?? null
}

function changesBetween(before: Fields, after: Fields): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }))
    .filter(({ from, to }) => from !== to)
}

type Fields = Record<string, string | null>

function fields(json: unknown): Fields {
  return Object.fromEntries(
    Object.entries(json ?? {}).map(([name, value]) => [
      name,
      value === null ? null : String(value),
    ]),
  )
}
