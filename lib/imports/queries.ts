import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { CentreFate, CentreImportStatus } from '@/lib/generated/prisma/enums'
import { mayAlone } from '@/lib/hands/queries'
import type { RowSearch } from '@/lib/imports/schema'
import { authorize, can } from '@/lib/policy'
import type { CellChange, RowProblem } from '@/lib/registry/columns'

const PAGE = 100

export interface ImportLine {
  id: string
  status: CentreImportStatus
  /** Rows of the file, and how many of them are checked or written. */
  lines: number
  done: number
  preparedAt: Date
  preparer: string
}

export interface ImportRow {
  line: number
  fate: CentreFate
  key: string | null
  title: string
  listingId: string | null
  changes: CellChange[]
  problems: RowProblem[]
}

export interface ImportView extends ImportLine {
  counts: Record<CentreFate, number>
  rows: ImportRow[]
  /** The line after which the next page begins. */
  next: number | null
  /** Who published what is their own, and why. */
  alone: { name: string; why: string } | null
  /** Who may publish it: this reader, this reader with a reason, only another. */
  publishing: 'yes' | 'alone' | 'another'
}

const lineSelect = {
  id: true,
  status: true,
  lines: true,
  done: true,
  preparedAt: true,
  preparedById: true,
  preparedBy: { select: { publicName: true } },
} as const

/** What was prepared and is not erased yet, the newest first. */
export async function listImports(actor: Actor): Promise<ImportLine[]> {
  authorize(actor, 'registry.keep', null)
  const rows = await db.centreImport.findMany({
    where: { status: { not: 'published' } },
    orderBy: { preparedAt: 'desc' },
    take: 50,
    select: lineSelect,
  })
  return rows.map(lineOf)
}

/** How many centres wait for this reader to publish them: those that others have handed over. */
export async function countForReview(actor: Actor): Promise<number> {
  authorize(actor, 'registry.keep', null)
  const { _sum } = await db.centreImport.aggregate({
    where: { status: 'checked', preparedById: { not: actor.id } },
    _sum: { lines: true },
  })
  return _sum.lines ?? 0
}

/** A batch with the fate of its rows, 100 at a time, in the order of the file. */
export async function getImport(
  actor: Actor,
  id: string,
  { fate, after = 0 }: RowSearch,
): Promise<ImportView> {
  authorize(actor, 'registry.keep', null)
  const found = await db.centreImport.findUnique({
    where: { id },
    select: { ...lineSelect, note: true, publishedBy: { select: { publicName: true } } },
  })
  if (!found) throw new NotFound('import')
  const { note, publishedBy, ...batch } = found
  const [counted, rows, alone] = await Promise.all([
    db.centreImportRow.groupBy({ by: ['fate'], where: { importId: id }, _count: true }),
    db.centreImportRow.findMany({
      where: { importId: id, line: { gt: after }, ...(fate ? { fate } : {}) },
      orderBy: { line: 'asc' },
      take: PAGE + 1,
      select: {
        line: true,
        fate: true,
        key: true,
        title: true,
        listingId: true,
        changes: true,
        problems: true,
      },
    }),
    mayAlone(db, actor),
  ])
  const counts = { new: 0, changed: 0, unchanged: 0, duplicate: 0, error: 0 }
  for (const group of counted) counts[group.fate] = group._count
  const shown = rows.slice(0, PAGE).map(({ changes, problems, ...row }) => ({
    ...row,
    changes: (changes ?? []) as unknown as CellChange[],
    problems: (problems ?? []) as unknown as RowProblem[],
  }))
  return {
    ...lineOf(batch),
    counts,
    rows: shown,
    next: rows.length > PAGE ? (shown.at(-1)?.line ?? null) : null,
    alone: note ? { name: publishedBy?.publicName ?? '', why: note } : null,
    publishing: can(actor, 'registry.publish', batch) ? 'yes' : alone ? 'alone' : 'another',
  }
}

function lineOf({
  preparedBy,
  preparedById: _,
  ...line
}: Omit<ImportLine, 'preparer'> & {
  preparedById: string
  preparedBy: { publicName: string | null }
}): ImportLine {
  return { ...line, preparer: preparedBy.publicName ?? '' }
}
