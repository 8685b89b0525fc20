import { type Connection, db } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { eraseRequest, onRequest } from '@/lib/holds/commands'
import { transact, withListings } from '@/lib/holds/locks'
import { translator } from '@/lib/i18n/translator'
import { move } from '@/lib/listings/commands'
import { KINDS } from '@/lib/listings/kinds'
import { FRESHNESS } from '@/lib/listings/rules'
import { sealOldNotes } from '@/lib/notes/commands'
import { addDays, cityDay, dayColumn } from '@/lib/places/city-time'
import { REQUEST_DAYS } from '@/lib/requests/rules'
import {
  ANNOUNCEMENT_DAYS,
  FORGOTTEN_DAYS,
  IMPORT_DAYS,
  PRIVATE_DAYS,
  PROPOSAL_DAYS,
  STAFF_LOG_DAYS,
  WORDS_DAYS,
} from '@/lib/retention/rules'
import { forgetTerms, forgetWords, indexListings } from '@/lib/search/commands'
import { EMPTY_SEARCH_DAYS } from '@/lib/search/schema'
import { saltDay } from '@/lib/visitors/salts'
import { VISIT_DAYS, WAIT_HOURS } from '@/lib/visits/rules'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** What one run erases of a kind; the rest waits for the next, a minute later. */
const AT_ONCE = 500

/**
 * Erases whatever has been kept as long as lib/retention/rules.ts says. Safe to run twice and at
 * once; a part that fails does not keep the others from their work.
 */
export async function eraseWhatIsOver(now: Date): Promise<void> {
  const failures: unknown[] = []
  const parts = [
    sealOldNotes,
    forgetExpired,
    endForgottenCentres,
    erasePrivateParts,
    eraseProposals,
    eraseWords,
    eraseImports,
    forgetTerms,
    forgetWords,
    eraseOldRequests,
    eraseOldReports,
    eraseStaffLog,
  ]
  for (const part of parts) await part(now).catch((error) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

/** Erases sessions, codes, counters, announcements, notes and salts whose time is over. Safe to run twice. */
export async function forgetExpired(now: Date): Promise<void> {
  const over = { where: { expiresAt: { lte: now } } }
  await db.signInCode.deleteMany(over)
  await db.session.deleteMany(over)
  await db.rateLimit.deleteMany(over)
  const ended = daysBefore(now, ANNOUNCEMENT_DAYS)
  await db.announcement.deleteMany({ where: { endsAt: { lte: ended } } })
  await db.staffNote.deleteMany({ where: { createdAt: { lte: daysBefore(now, WORDS_DAYS) } } })
  await db.visitorSalt.deleteMany({ where: { day: { lt: saltDay(now) } } })
  await db.emptySearch.deleteMany({ where: { day: { lt: daysBefore(now, EMPTY_SEARCH_DAYS) } } })
  const yesterday = dayColumn(addDays(cityDay(now, 'Asia/Almaty'), -1))
  await db.dayFigure.deleteMany({ where: { day: { lt: yesterday } } })
  await db.privateLink.updateMany({
    where: { codeExpiresAt: { lte: now } },
    data: { codeHash: null, codeExpiresAt: null, codeTries: 0 },
  })
}

/**
 * A centre has no end of its own: hidden for a month for want of confirmation, it counts as taken
 * back by its author, and what is kept of it runs out like that of any other.
 */
export async function endForgottenCentres(now: Date): Promise<void> {
  const days = FRESHNESS.centre.hiddenDays + FORGOTTEN_DAYS
  const forgotten = await db.listing.findMany({
    where: {
      kind: 'centre',
      status: 'published',
      warningsDelivered: { gte: 2 },
      confirmedAt: { lt: daysBefore(now, days) },
    },
    take: AT_ONCE,
    select: { id: true, version: true },
  })
  for (const { id, version } of forgotten) {
    await db.$transaction((tx) => move(tx, id, version, 'withdraw', {})).catch(ignoreGone)
  }
}

/**
 * Erases the sealed part of listings that ended 30 days ago, of changes proposed to them, and of
 * changes that were decided.
 * Safe to run twice; returns how many listings it erased.
 */
export async function erasePrivateParts(now: Date): Promise<number> {
  const ended = await db.listing.findMany({
    where: { privateErasedAt: null, ...endedBefore(daysBefore(now, PRIVATE_DAYS)) },
    take: AT_ONCE,
    select: { id: true, kind: true },
  })
  for (const listing of ended) await db.$transaction((tx) => erasePrivate(tx, listing, now))
  await db.listingRevision.updateMany({
    where: {
      sealed: { not: null },
      OR: [
        { status: { in: ['approved', 'rejected', 'superseded'] } },
        { decidedAt: { lt: daysBefore(now, PROPOSAL_DAYS) } },
        { listing: { privateErasedAt: { not: null } } },
      ],
    },
    data: { sealed: null },
  })
  return ended.length
}

/** Erases the text of changes decided 30 days ago, or proposed to what ended 30 days ago. */
export async function eraseProposals(now: Date): Promise<void> {
  await db.listingRevision.updateMany({
    where: {
      NOT: { proposal: { equals: {} } },
      OR: [
        { decidedAt: { lt: daysBefore(now, PROPOSAL_DAYS) } },
        { listing: { privateErasedAt: { not: null } } },
      ],
    },
    data: { proposal: {} },
  })
}

/** Erases everything worded in listings that ended 180 days ago, and in decisions about them. */
export async function eraseWords(now: Date): Promise<void> {
  const before = daysBefore(now, WORDS_DAYS)
  const ended = await db.listing.findMany({
    where: { wordsErasedAt: null, ...endedBefore(before) },
    take: AT_ONCE,
    select: { id: true },
  })
  for (const { id } of ended) {
    await withListings([id], async ({ tx }) => {
      const where = { id, wordsErasedAt: null, ...endedBefore(before) }
      const listing = await tx.listing.findFirst({ where, select: wordedSelect })
      if (listing) await blank(tx, listing, now)
    })
  }
}

/** Erases what was prepared of centres, and 180 days later that it was. Safe to run twice. */
export async function eraseImports(now: Date): Promise<void> {
  const old = { preparedAt: { lt: daysBefore(now, IMPORT_DAYS) } }
  await db.centreImportRow.deleteMany({ where: { import: old } })
  await db.centreImport.updateMany({
    where: { ...old, content: { not: null } },
    data: { content: null },
  })
  const unpublished = { ...old, status: { not: 'published' } } as const
  const long = { preparedAt: { lt: daysBefore(now, WORDS_DAYS) } }
  await db.centreImport.deleteMany({ where: { OR: [unpublished, long] } })
}

/**
 * Erases requests and messages 14 days after their end, and private links behind which nothing is
 * left. Safe to run twice; returns how many requests it erased.
 */
export async function eraseOldRequests(now: Date): Promise<number> {
  const before = daysBefore(now, REQUEST_DAYS)
  const old = await db.request.findMany({
    where: {
      OR: [{ closedAt: { lt: before } }, { status: 'accepted', endsAt: { lt: before } }],
    },
    take: AT_ONCE,
    select: { id: true },
  })
  for (const { id } of old) await onRequest(id, eraseRequest).catch(ignoreGone)
  await eraseEmptyLinks()
  return old.length
}

/** Erases what reports say, and the copies they sealed, after 30 days; visitors' words sooner. */
export async function eraseOldReports(now: Date): Promise<void> {
  await db.report.updateMany({
    where: { erasedAt: null, keptUntil: { lte: now } },
    data: { noteSealed: null, copySealed: null, visitorKey: null, erasedAt: now },
  })
  const before = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
  await db.visit.deleteMany({ where: { createdAt: { lte: before(VISIT_DAYS * 24) } } })
  await db.waitReport.deleteMany({ where: { createdAt: { lte: before(WAIT_HOURS) } } })
}

/** Erases what staff changed two years ago; the database believes only its own clock. */
export async function eraseStaffLog(now: Date): Promise<void> {
  await db.$executeRaw`SELECT staff_log_erase(${daysBefore(now, STAFF_LOG_DAYS)})`
}

/** What `erasePrivate` and `blank` need to know of a listing. */
export const wordedSelect = {
  id: true,
  kind: true,
  language: true,
} as const satisfies Prisma.ListingSelect
type Worded = Prisma.ListingGetPayload<{ select: typeof wordedSelect }>

/** Seals nothing in the place of what was private in a listing. */
export async function erasePrivate(
  tx: Connection,
  { id, kind }: Pick<Worded, 'id' | 'kind'>,
  now: Date,
) {
  await KINDS[kind].erasePrivate(tx, id)
  await tx.listing.update({ where: { id }, data: { privateErasedAt: now }, select: { id: true } })
}

/** Erases every word of a listing. What needs a title says in the author's language that the text is gone. */
export async function blank(
  tx: Connection,
  { id, kind, language }: Worded,
  now: Date,
): Promise<void> {
  const { eraseWords: ofKind, hasOwnTitle } = KINDS[kind]
  const title = hasOwnTitle ? { title: translator(language)('listing.erased') } : {}
  await ofKind?.(tx, id)
  await tx.listing.update({
    where: { id },
    data: { body: '', ...title, wordsErasedAt: now },
    select: { id: true },
  })
  await indexListings(tx, [id])
  await tx.listingRevision.updateMany({
    where: { listingId: id },
    data: { proposal: {}, sealed: null },
  })
  await tx.decision.updateMany({
    where: { listingId: id, OR: [{ note: { not: '' } }, { noteSealed: { not: null } }] },
    data: { note: '', noteSealed: null },
  })
}

// Locked first: whoever asks behind a link at this moment keeps it.
async function eraseEmptyLinks(): Promise<void> {
  await transact(async (tx) => {
    const empty = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM private_link
      WHERE NOT EXISTS (SELECT FROM request WHERE link_id = private_link.id)
      ORDER BY id FOR UPDATE SKIP LOCKED`
    const ids = empty.map(({ id }) => id)
    await tx.privateLink.deleteMany({ where: { id: { in: ids }, requests: { none: {} } } })
  })
}

/** Its time is over, or its author or a moderator ended it, or nobody goes on with it. */
function endedBefore(moment: Date): Prisma.ListingWhereInput {
  return {
    OR: [
      { expiresAt: { lt: moment } },
      {
        status: { in: ['withdrawn', 'taken_down', 'rejected', 'changes_requested'] },
        statusChangedAt: { lt: moment },
      },
    ],
  }
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS)
}

// Another run was faster, or its author changed it meanwhile.
function ignoreGone(error: unknown): void {
  if (!(error instanceof NotFound || error instanceof Conflict)) throw error
}
