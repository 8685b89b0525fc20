import { DUTIES_WORDING } from '@/lib/accounts/schema'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import type {
  DecisionAction,
  ListingKind,
  ListingStatus,
  RevisionStatus,
  Role,
  VerificationMethod,
} from '@/lib/generated/prisma/enums'
import { type AnyInput, KINDS } from '@/lib/listings/kinds'
import type { SuspensionReason } from '@/lib/moderation/schema'
import { decisionNote, suspensionNote } from '@/lib/notes/sealed'
import type { CitySlug } from '@/lib/places/cities'
import { authorize } from '@/lib/policy'
import { HOUSE_ID } from '@/lib/registry/house'
import { unseal } from '@/lib/seal'

/** One's own listing, as My listings shows it. */
export interface OwnListing {
  id: string
  kind: ListingKind
  city: CitySlug
  status: ListingStatus
  version: number
  sample: boolean
  title: string
  full: boolean
  /** Nobody sees it before this moment; null or past when it is not paused. */
  pausedUntil: Date | null
  confirmedAt: Date
  submittedAt: Date
  expiresAt: Date | null
  departsAt: Date | null
  /** Fewest free and most total places over its nights; null where a kind has none. */
  places: { free: number; total: number } | null
  /** What a moderator last said, when it is still the author's turn or the end. */
  lastDecision: { action: DecisionAction; reason: string; note: string } | null
  revision: RevisionStatus | null
}

const ownSelect = {
  id: true,
  kind: true,
  city: true,
  status: true,
  version: true,
  sample: true,
  title: true,
  full: true,
  pausedUntil: true,
  confirmedAt: true,
  submittedAt: true,
  expiresAt: true,
  ride: { select: { departsAt: true } },
  capacity: { select: { free: true, total: true } },
  decisions: {
    // A first yes of two is between moderators.
    where: { action: { not: 'endorse' } },
    select: { action: true, reason: true, note: true, noteSealed: true },
    orderBy: { createdAt: 'desc' },
    take: 1,
  },
  revisions: { select: { status: true }, orderBy: { createdAt: 'desc' }, take: 1 },
} as const satisfies Prisma.ListingSelect

/** An author's listings, newest first: those that may still be seen, or those that are past. */
export async function listOwn(
  actor: Actor,
  which: 'current' | 'past',
  now: Date,
): Promise<OwnListing[]> {
  const gone: ListingStatus[] = ['withdrawn', 'taken_down']
  // Not `NOT` of the other: a centre's `expires_at` is null, and so would be the answer.
  const chosen: Prisma.ListingWhereInput =
    which === 'past'
      ? { OR: [{ status: { in: gone } }, { expiresAt: { lte: now } }] }
      : { status: { notIn: gone }, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }
  const rows = await db.listing.findMany({
    where: { ownerId: actor.id, ...chosen },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
    select: ownSelect,
  })
  return rows.map(ownView)
}

/** One listing of one's own. Throws NotFound for anyone else's. */
export async function getOwn(actor: Actor, id: string): Promise<OwnListing> {
  const row = await db.listing.findFirst({ where: { id, ownerId: actor.id }, select: ownSelect })
  if (!row) throw new NotFound('listing')
  return ownView(row)
}

/** The form of one's own listing, private part included, to change it or to post it again. */
export async function getOwnForm(
  actor: Actor,
  id: string,
): Promise<{ kind: ListingKind; version: number; input: AnyInput }> {
  const row = await db.listing.findFirst({
    where: { id, ownerId: actor.id },
    select: { kind: true, version: true, wordsErasedAt: true },
  })
  if (!row) throw new NotFound('listing')
  const { wordsErasedAt, ...form } = row
  const kept = await KINDS[row.kind].read(db, id)
  const standing = wordsErasedAt ? { ...kept, title: '' } : kept
  const proposed = await openProposal(id)
  const places = KINDS[row.kind].instantFields.map((name) => [name, standing[name]])
  return { ...form, input: { ...standing, ...proposed, ...Object.fromEntries(places) } }
}

// A change that waits, or was sent back, is what the author goes on from.
async function openProposal(listingId: string): Promise<AnyInput> {
  const revision = await db.listingRevision.findFirst({
    where: { listingId },
    orderBy: { createdAt: 'desc' },
    select: { status: true, proposal: true, sealed: true },
  })
  if (revision?.status !== 'pending' && revision?.status !== 'changes_requested') return {}
  const { language: _, ...open } = revision.proposal as AnyInput
  const secret = revision.sealed ? JSON.parse(unseal(revision.sealed, 'revision.sealed')) : {}
  return { ...open, ...secret }
}

/** Whether an author still has to read their duties before offering this kind. */
export async function mustReadDuties(actor: Actor, kind: ListingKind): Promise<boolean> {
  if (!KINDS[kind].hasDuties) return false
  const read = await db.dutyAcknowledgement.findUnique({
    where: { accountId_kind_wording: { accountId: actor.id, kind, wording: DUTIES_WORDING } },
    select: { kind: true },
  })
  return read === null
}

function ownView(row: OwnRow): OwnListing {
  const { ride, capacity, decisions, revisions, ...listing } = row
  const [decision] = decisions
  return {
    ...listing,
    departsAt: ride?.departsAt ?? null,
    places:
      capacity.length === 0
        ? null
        : {
            free: Math.min(...capacity.map(({ free }) => free ?? 0)),
            total: Math.max(...capacity.map(({ total }) => total)),
          },
    lastDecision: decision && decision.action !== 'approve' ? said(decision) : null,
    revision: revisions[0]?.status ?? null,
  }
}

function said({ noteSealed, note, ...decision }: OwnRow['decisions'][number]) {
  return { ...decision, note: decisionNote({ note, noteSealed }) }
}

type OwnRow = Prisma.ListingGetPayload<{ select: typeof ownSelect }>

export interface PersonEntry {
  id: string
  name: string
  role: Role
  verified: boolean
  suspended: boolean
  createdAt: Date
}

/** People with an account: those who wait to be verified first, then the newest. */
export async function listPeople(actor: Actor): Promise<PersonEntry[]> {
  authorize(actor, 'person.view', null)
  const rows = await db.account.findMany({
    where: { id: { not: HOUSE_ID } },
    orderBy: [{ verifiedAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'desc' }],
    take: 200,
    select: {
      id: true,
      publicName: true,
      role: true,
      verifiedAt: true,
      suspendedAt: true,
      createdAt: true,
    },
  })
  return rows.map(({ publicName, verifiedAt, suspendedAt, ...row }) => ({
    ...row,
    name: publicName ?? '',
    verified: verifiedAt !== null,
    suspended: suspendedAt !== null,
  }))
}

export interface Person extends PersonEntry {
  verification: { how: VerificationMethod; by: string; at: Date } | null
  /** Why, and what the moderator wrote for the others; null unless suspended. */
  suspension: { reason: SuspensionReason; note: string | null } | null
  hasSecondFactor: boolean
  listings: { id: string; kind: ListingKind; title: string; status: ListingStatus }[]
}

/** One person with their listings; the e-mail stays sealed. Throws NotFound. */
export async function getPerson(actor: Actor, id: string): Promise<Person> {
  authorize(actor, 'person.view', null)
  const row = await db.account.findUnique({
    where: { id, NOT: { id: HOUSE_ID } },
    select: {
      id: true,
      publicName: true,
      role: true,
      verifiedAt: true,
      verifiedHow: true,
      verifiedBy: { select: { publicName: true } },
      suspendedAt: true,
      suspensionReason: true,
      suspensionNote: true,
      suspensionNoteSealed: true,
      secondFactor: { select: { accountId: true } },
      createdAt: true,
      listings: {
        select: { id: true, kind: true, title: true, status: true },
        orderBy: { createdAt: 'desc' },
        take: 50,
      },
    },
  })
  if (!row) throw new NotFound('person')
  const { publicName, verifiedAt, verifiedHow, verifiedBy, secondFactor, ...rest } = row
  const {
    suspendedAt,
    suspensionReason,
    suspensionNote: old,
    suspensionNoteSealed,
    ...person
  } = rest
  const note = suspensionNote({ suspensionNote: old, suspensionNoteSealed })
  return {
    ...person,
    name: publicName ?? '',
    verified: verifiedAt !== null,
    suspended: suspendedAt !== null,
    suspension: suspensionReason ? { reason: suspensionReason as SuspensionReason, note } : null,
    hasSecondFactor: secondFactor !== null,
    verification:
      verifiedAt && verifiedHow
        ? { how: verifiedHow, by: verifiedBy?.publicName ?? '', at: verifiedAt }
        : null,
  }
}
