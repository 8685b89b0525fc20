import { randomUUID } from 'node:crypto'
import { PERSON_LIMITS } from '@/lib/auth/limits'
import { countHit } from '@/lib/auth/rate-limit'
import type { Actor } from '@/lib/auth/viewer'
import type { CentreInput } from '@/lib/centres/schema'
import { constraintOf, refusedAsConflict } from '@/lib/constraints'
import { type Connection, db } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import type { Locale } from '@/lib/i18n/locales'
import { type JudgedRow, judge, type ReadRow } from '@/lib/imports/rules'
import { enqueue, type Jobs } from '@/lib/notifications/jobs'
import { authorize, can } from '@/lib/policy'
import { type CentreFacts, cellReader } from '@/lib/registry/columns'
import { readStanding } from '@/lib/registry/commands'
import { readTable, readText, type TableRow } from '@/lib/registry/csv'
import { settleHouse } from '@/lib/registry/house'
import { publishNew, rewrite } from '@/lib/registry/write'
import { signAs } from '@/lib/staff-log/commands'

/** Rows after which the progress is told, and others get their turn. */
const CHUNK = 250
/** Far above what the largest file takes. */
const PATIENCE = { maxWait: 10_000, timeout: 300_000 }

/** Counts a file that is about to be checked, exactly. Conflict after sixty in an hour. */
export async function countImport(actor: Actor): Promise<void> {
  authorize(actor, 'registry.keep', null)
  const { allowed, retryMinutes } = await countHit(PERSON_LIMITS.importing, actor.id)
  if (!allowed) throw new Conflict('too_many_imports', { minutes: retryMinutes })
}

/**
 * Takes a file of centres to be checked and returns the id of the batch. Nothing of it is written
 * yet. InvalidInput `file` when it cannot be read as a whole: encoding, delimiter, columns.
 */
export async function prepareFile(actor: Actor, bytes: Uint8Array): Promise<string> {
  authorize(actor, 'registry.keep', null)
  const content = readText(bytes)
  const { length: lines } = await readTable(content)
  return db.$transaction(async (tx) => {
    await signAs(tx, actor)
    const { id } = await tx.centreImport.create({
      data: { preparedById: actor.id, content, lines },
      select: { id: true },
    })
    await enqueue(tx, 'centre-import', { importId: id })
    return id
  })
}

/** Prepares one new centre from a form: a batch of one, for another to publish. */
export async function prepareCentre(
  actor: Actor,
  language: Locale,
  { address: _, ...input }: CentreInput,
): Promise<string> {
  const facts: CentreFacts = { ...input, key: null, language, exceptions: [] }
  return db.$transaction(async (tx) => {
    authorize(actor, 'registry.keep', null)
    await signAs(tx, actor)
    const { id } = await tx.centreImport.create({
      data: { preparedById: actor.id, status: 'checked', lines: 1, done: 1 },
      select: { id: true },
    })
    const nothing = { key: null, listingId: null, version: null, changes: null, problems: null }
    await writeRows(tx, id, [{ line: 1, fate: 'new', title: facts.title, facts, ...nothing }])
    return id
  })
}

/**
 * Has a checked batch published, whole or not at all. Conflict `own_import` when it is one's own or
 * changes a centre of one's own, unless an admin writes why and too few others are active;
 * `import_has_errors` while anything is wrong with it.
 */
export async function publishImport(actor: Actor, importId: string, note: string): Promise<void> {
  await refusedAsConflict(() =>
    db.$transaction(async (tx) => {
      authorize(actor, 'registry.keep', null)
      const batch = await tx.centreImport.findUnique({
        where: { id: importId },
        select: { preparedById: true },
      })
      if (!batch) throw new NotFound('import')
      const isAnothers = can(actor, 'registry.publish', batch)
      if (!isAnothers && !can(actor, 'listing.publishAlone', null)) throw new Conflict('own_import')
      await signAs(tx, actor, isAnothers ? '' : 'alone')
      const { count } = await tx.centreImport.updateMany({
        where: { id: importId, status: 'checked' },
        data: { status: 'publishing', publishedById: actor.id, note, done: 0 },
      })
      if (count === 0) throw new Conflict('impossible_now')
      await enqueue(tx, 'centre-import', { importId })
    }),
  )
}

/** Throws away what was prepared and not published. Twice is once. */
export async function discardImport(actor: Actor, importId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    authorize(actor, 'registry.keep', null)
    await tx.centreImport.deleteMany({
      where: { id: importId, status: { in: ['checking', 'checked', 'outdated'] } },
    })
  })
}

/** Checks the rows of a batch, or writes them: what its status says. Safe to run twice and at once. */
export async function goOnWithImport({ importId }: Jobs['centre-import']): Promise<void> {
  const batch = await db.centreImport.findUnique({
    where: { id: importId },
    select: { status: true, content: true, publishedById: true },
  })
  if (batch?.status === 'checking' && batch.content) await check(importId, batch.content)
  if (batch?.status === 'publishing' && batch.publishedById) {
    await write(importId, batch.publishedById)
  }
}

async function check(importId: string, content: string): Promise<void> {
  const now = new Date()
  const table = await readTable(content)
  const read = cellReader(now)
  const rows: ReadRow[] = []
  for (let start = 0; start < table.length; start += CHUNK) {
    rows.push(...table.slice(start, start + CHUNK).map((row) => readRow(row, read)))
    await tell(importId, rows.length)
  }
  const judged = judge(rows, await readStanding(db, now))
  await db.$transaction(async (tx) => {
    const { count } = await tx.centreImport.updateMany({
      where: { id: importId, status: 'checking' },
      data: { status: 'checked', content: null, done: table.length },
    })
    if (count > 0) await writeRows(tx, importId, judged)
  }, PATIENCE)
}

function readRow(row: TableRow, read: ReturnType<typeof cellReader>): ReadRow {
  const { line } = row
  if ('problem' in row) return { line, key: '', read: [row.problem] }
  return { line, key: row.cells.key, read: read(row.cells) }
}

async function write(importId: string, publishedById: string): Promise<void> {
  const now = new Date()
  try {
    await db.$transaction(async (tx) => {
      await signAs(tx, { id: publishedById })
      await settleHouse(tx, publishedById)
      await lockChanged(tx, importId)
      for (let done = 0, last = 0; ; ) {
        const rows = await readRows(tx, importId, last)
        await publishNew(tx, rows.flatMap(asNew), now)
        await rewrite(tx, rows.flatMap(asChanged), now)
        const end = rows.at(-1)
        if (!end) break
        last = end.line
        done += rows.length
        await tell(importId, done)
      }
      const { count } = await tx.centreImport.updateMany({
        where: { id: importId, status: 'publishing' },
        data: { status: 'published' },
      })
      if (count === 0) throw new Conflict('impossible_now')
    }, PATIENCE)
  } catch (error) {
    if (!isOutdated(error)) throw error
    await db.centreImport.updateMany({
      where: { id: importId, status: 'publishing' },
      data: { status: 'outdated', done: 0 },
    })
  }
}

/** Another run was faster, or a centre is no longer as it was when it was compared. */
function isOutdated(error: unknown): boolean {
  return error instanceof Conflict || constraintOf(error) === 'centre_key_unique'
}

// In one order, like withListings, so that nobody waits in a circle.
async function lockChanged(tx: Connection, importId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM listing WHERE id IN (
      SELECT listing_id FROM centre_import_row
      WHERE import_id = ${importId}::uuid AND fate = 'changed')
    ORDER BY id FOR UPDATE`
  const waiting = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM listing_revision WHERE status = 'pending' AND listing_id IN (
      SELECT listing_id FROM centre_import_row
      WHERE import_id = ${importId}::uuid AND fate = 'changed') LIMIT 1`
  if (waiting.length > 0) throw new Conflict('change_waits')
}

async function readRows(tx: Connection, importId: string, after: number) {
  const rows = await tx.centreImportRow.findMany({
    where: { importId, fate: { in: ['new', 'changed'] }, line: { gt: after } },
    orderBy: { line: 'asc' },
    take: CHUNK,
    select: { line: true, fate: true, listingId: true, version: true, facts: true },
  })
  return rows.map((row) => ({ ...row, facts: row.facts as unknown as CentreFacts }))
}

type Row = Awaited<ReturnType<typeof readRows>>[number]

function asNew({ fate, facts }: Row) {
  return fate === 'new' ? [{ id: randomUUID(), facts }] : []
}

function asChanged({ fate, listingId, version, facts }: Row) {
  return fate === 'changed' && listingId && version ? [{ id: listingId, version, facts }] : []
}

/** On a connection of its own: whoever waits sees it before the end. */
async function tell(importId: string, done: number): Promise<void> {
  await db.centreImport.updateMany({ where: { id: importId }, data: { done } })
}

type NewRow = Omit<JudgedRow, 'key'> & { key: string | null }

async function writeRows(tx: Connection, importId: string, rows: NewRow[]): Promise<void> {
  const columns = rows.map(({ listingId, ...row }) => ({
    ...row,
    import_id: importId,
    listing_id: listingId,
  }))
  await tx.$executeRaw`
    INSERT INTO centre_import_row
      (import_id, line, fate, key, title, listing_id, version, facts, changes, problems)
    SELECT import_id, line, fate, key, title, listing_id, version, facts, changes, problems
    FROM jsonb_populate_recordset(NULL::centre_import_row, ${JSON.stringify(columns)}::jsonb)`
}
