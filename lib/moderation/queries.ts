import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import type {
  DecisionAction,
  ListingKind,
  ListingStatus,
  Locale,
  VerificationMethod,
} from '@/lib/generated/prisma/enums'
import { type Hands, handsOf } from '@/lib/hands/queries'
import { type AnyInput, KINDS } from '@/lib/listings/kinds'
import { decisionNote } from '@/lib/notes/sealed'
import type { CitySlug } from '@/lib/places/cities'
import { authorize } from '@/lib/policy'
import { riskKey, risksOf, risksOfAll } from '@/lib/risk/queries'
import type { Judgement, Risk, RiskLevel } from '@/lib/risk/rules'
import { findLook } from '@/lib/trusted/queries'

const HOUR_MS = 3_600_000
/** What leaves so soon goes to the top of its part of the queue. */
const URGENT_HOURS = 12

export interface QueueEntry {
  listingId: string
  /** A proposed change of something published; null for a new listing. */
  revisionId: string | null
  kind: ListingKind
  city: CitySlug
  title: string
  sample: boolean
  waitingSince: Date
  departsAt: Date | null
  urgent: boolean
  author: { name: string; verified: boolean }
  /** The part of the queue; `after` is public by now and was drawn to be looked at (lib/trusted). */
  level: RiskLevel | 'after'
  score: number
  risks: Risk[]
}

const entrySelect = {
  id: true,
  kind: true,
  city: true,
  title: true,
  sample: true,
  submittedAt: true,
  ride: { select: { departsAt: true } },
  owner: { select: { publicName: true, verifiedAt: true } },
} as const satisfies Prisma.ListingSelect

/**
 * Everything that waits for a decision and is not over: by what speaks against it, then soonest
 * departures, then the oldest; last what was published at once and drawn to be looked at.
 * Authorises as the rest of the desk does.
 */
export async function listQueue(actor: Actor, now: Date): Promise<QueueEntry[]> {
  authorize(actor, 'queue.view', null)
  const notOver = { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }
  const [risks, listings, revisions, drawn] = await Promise.all([
    risksOfAll(now),
    db.listing.findMany({ where: { status: 'pending', ...notOver }, select: entrySelect }),
    db.listingRevision.findMany({
      where: { status: 'pending', listing: { status: 'published', ...notOver } },
      select: { id: true, createdAt: true, listing: { select: entrySelect } },
    }),
    db.trustedPost.findMany({
      where: { drawn: true, lookedAt: null, listing: { status: 'published' } },
      distinct: ['listingId'],
      select: { createdAt: true, listing: { select: entrySelect } },
    }),
  ])
  const judged = (post: { listingId: string; revisionId: string | null }) =>
    risks.get(riskKey(post)) ?? { level: 'none' as const, score: 0, risks: [] }
  const entries = [
    ...listings.map((listing) => ({ listing, revisionId: null, since: listing.submittedAt })),
    ...revisions.map(({ id, createdAt, listing }) => ({
      listing,
      revisionId: id,
      since: createdAt,
    })),
  ].map(({ listing, revisionId, since }) =>
    entry(listing, revisionId, since, judged({ listingId: listing.id, revisionId }), now),
  )
  const after = { level: 'after' as const, score: 0, risks: [] }
  return [
    ...entries,
    ...drawn.map(({ createdAt, listing }) => entry(listing, null, createdAt, after, now)),
  ].sort(byRisk)
}

function entry(
  row: Prisma.ListingGetPayload<{ select: typeof entrySelect }>,
  revisionId: string | null,
  waitingSince: Date,
  { level, score, risks }: Pick<QueueEntry, 'level' | 'score' | 'risks'>,
  now: Date,
): QueueEntry {
  const departsAt = row.ride?.departsAt ?? null
  return {
    listingId: row.id,
    revisionId,
    kind: row.kind,
    city: row.city,
    title: row.title,
    sample: row.sample,
    waitingSince,
    departsAt,
    urgent: departsAt !== null && departsAt.getTime() - now.getTime() <= URGENT_HOURS * HOUR_MS,
    author: { name: row.owner.publicName ?? '', verified: row.owner.verifiedAt !== null },
    level,
    score,
    risks,
  }
}

const LEVELS = ['first', 'look', 'none', 'after'] as const

function byRisk(a: QueueEntry, b: QueueEntry): number {
  if (a.level !== b.level) return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)
  if (a.urgent !== b.urgent) return a.urgent ? -1 : 1
  if (a.urgent && a.departsAt && b.departsAt) return a.departsAt.getTime() - b.departsAt.getTime()
  return b.score - a.score || a.waitingSince.getTime() - b.waitingSince.getTime()
}

export interface Case {
  id: string
  kind: ListingKind
  status: ListingStatus
  version: number
  ownerId: string
  city: CitySlug
  title: string
  sample: boolean
  expiresAt: Date | null
  author: {
    name: string
    locale: Locale
    createdAt: Date
    verifiedHow: VerificationMethod | null
    published: number
    refused: number
  }
  decisions: PastDecision[]
  hands: Hands
  /** What speaks against it while it waits; null when it does not. */
  judgement: Judgement | null
  /** The post that was published at once and is to be looked at, if there is one. */
  look: { id: string } | null
  /** Before and after of a proposed change, without what is sealed. */
  revision: { id: string; before: AnyInput; after: AnyInput } | null
}

export interface PastDecision {
  id: string
  action: DecisionAction
  reason: string
  note: string
  moderator: string
  createdAt: Date
}

/** One listing with all that a decision needs. Throws NotFound. */
export async function getCase(actor: Actor, id: string): Promise<Case> {
  authorize(actor, 'queue.view', null)
  const row = await db.listing.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      status: true,
      version: true,
      ownerId: true,
      city: true,
      title: true,
      sample: true,
      expiresAt: true,
      owner: { select: { publicName: true, locale: true, createdAt: true, verifiedHow: true } },
      decisions: { select: decisionSelect, orderBy: { createdAt: 'desc' }, take: 20 },
      revisions: { where: { status: 'pending' }, select: { id: true, proposal: true }, take: 1 },
    },
  })
  if (!row) throw new NotFound('listing')
  const { owner, decisions, revisions, ...listing } = row
  const revisionId = revisions[0]?.id ?? null
  const waits = row.status === 'pending' || revisionId !== null
  const [hands, judgement, look, published, refused] = await Promise.all([
    handsOf(db, actor, id, revisionId),
    waits ? risksOf(db, { listingId: id, revisionId }, new Date()) : null,
    findLook(actor, id),
    db.listing.count({ where: { ownerId: row.ownerId, status: 'published' } }),
    db.listing.count({
      where: { ownerId: row.ownerId, status: { in: ['rejected', 'taken_down'] } },
    }),
  ])
  return {
    ...listing,
    author: {
      name: owner.publicName ?? '',
      locale: owner.locale,
      createdAt: owner.createdAt,
      verifiedHow: owner.verifiedHow,
      published,
      refused,
    },
    decisions: decisions.map(pastDecision),
    hands,
    judgement,
    look,
    revision: revisions[0] ? await comparison(listing, revisions[0]) : null,
  }
}

const decisionSelect = {
  id: true,
  action: true,
  reason: true,
  note: true,
  noteSealed: true,
  createdAt: true,
  moderator: { select: { publicName: true } },
} as const satisfies Prisma.DecisionSelect

function pastDecision({
  moderator,
  noteSealed,
  ...decision
}: Prisma.DecisionGetPayload<{ select: typeof decisionSelect }>): PastDecision {
  const note = decisionNote({ note: decision.note, noteSealed })
  return { ...decision, note, moderator: moderator.publicName ?? '' }
}

async function comparison(
  listing: { id: string; kind: ListingKind },
  revision: { id: string; proposal: Prisma.JsonValue },
) {
  const { privateFields, read } = KINDS[listing.kind]
  const standing = await read(db, listing.id)
  const before = Object.fromEntries(
    Object.entries(standing).filter(([name]) => !privateFields.includes(name)),
  )
  const { language: _, ...after } = revision.proposal as AnyInput
  return { id: revision.id, before, after }
}
