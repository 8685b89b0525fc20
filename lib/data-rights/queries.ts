import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type AnyInput, KINDS } from '@/lib/listings/kinds'
import { TRANSITIONS } from '@/lib/listings/rules'
import { decisionNote } from '@/lib/notes/sealed'
import { authorize } from '@/lib/policy'
import { PENDING } from '@/lib/requests/rules'
import { unseal } from '@/lib/seal'

/** What ends when somebody erases their account. */
export interface Ending {
  listings: number
  /** Requests of people who wait there or are expected. */
  requests: number
}

/** How many listings come down with an account, and how many requests end with them. */
export async function countEnding(actor: Actor, now: Date): Promise<Ending> {
  const [listings, requests] = await Promise.all([
    db.listing.count({
      where: {
        ownerId: actor.id,
        status: { in: [...TRANSITIONS.withdraw.from] },
        OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
      },
    }),
    db.request.count({
      where: {
        listing: { ownerId: actor.id },
        OR: [{ status: { in: [...PENDING] } }, { status: 'accepted', endsAt: { gt: now } }],
      },
    }),
  ])
  return { listings, requests }
}

/**
 * Everything that is kept of whoever asks, what is sealed opened, because it is their own. Not what
 * newcomers are called and wrote: those words are theirs and erase themselves, a file would not. Nor
 * what others reported, nor secrets and fingerprints.
 */
export async function getOwnData(actor: Actor, now: Date): Promise<object> {
  authorize(actor, 'account.export', { id: actor.id })
  const { emailSealed, ...account } = await db.account.findUniqueOrThrow({
    where: { id: actor.id },
    select: accountSelect,
  })
  return {
    madeAt: now,
    account: { email: unseal(emailSealed, 'account.email'), ...account },
    listings: await ownListings(actor),
    requests: await ownSides(actor),
    reports: await ownReports(actor),
    deskWork: await ownDeskWork(actor),
  }
}

const accountSelect = {
  id: true,
  emailSealed: true,
  publicName: true,
  role: true,
  locale: true,
  verifiedAt: true,
  verifiedHow: true,
  createdAt: true,
  sample: true,
  dutyAcknowledgements: { select: { kind: true, wording: true, acknowledgedAt: true } },
  sessions: { select: { createdAt: true, expiresAt: true, secondFactorAt: true } },
  secondFactor: { select: { createdAt: true } },
} as const satisfies Prisma.AccountSelect

const listingSelect = {
  id: true,
  kind: true,
  city: true,
  otherCity: true,
  status: true,
  language: true,
  title: true,
  full: true,
  pausedUntil: true,
  createdAt: true,
  submittedAt: true,
  publishedAt: true,
  confirmedAt: true,
  expiresAt: true,
  privateErasedAt: true,
  wordsErasedAt: true,
  truthAskedAt: true,
  warningsDelivered: true,
  capacity: { select: { night: true, total: true, held: true } },
  revisions: {
    select: { status: true, createdAt: true, decidedAt: true, proposal: true, sealed: true },
    orderBy: { createdAt: 'asc' },
  },
  decisions: {
    // A first yes of two is between moderators.
    where: { action: { not: 'endorse' } },
    select: { action: true, reason: true, note: true, noteSealed: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
  },
} as const satisfies Prisma.ListingSelect

async function ownListings(actor: Actor): Promise<object[]> {
  const rows = await db.listing.findMany({
    where: { ownerId: actor.id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: listingSelect,
  })
  const listings: object[] = []
  for (const { revisions, decisions, ...listing } of rows) {
    const form = await KINDS[listing.kind].read(db, listing.id)
    const changes = revisions.map(ownChange)
    listings.push({ ...listing, form, changes, decisions: decisions.map(worded) })
  }
  return listings
}

function worded<D extends Note>({ note, noteSealed, ...decision }: D): object {
  return { ...decision, note: decisionNote({ note, noteSealed }) }
}

type Note = { note: string; noteSealed: string | null }

function ownChange({ sealed, proposal, ...change }: OwnRevision): object {
  const secret: AnyInput = sealed ? JSON.parse(unseal(sealed, 'revision.sealed')) : {}
  return { ...change, form: { ...(proposal as AnyInput), ...secret } }
}

type OwnRevision = Prisma.ListingGetPayload<{ select: typeof listingSelect }>['revisions'][number]

/** Of each request the facts, and what its host wrote. */
async function ownSides(actor: Actor): Promise<object[]> {
  const rows = await db.request.findMany({
    where: { listing: { ownerId: actor.id } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      listingId: true,
      status: true,
      adults: true,
      children: true,
      startsAt: true,
      endsAt: true,
      createdAt: true,
      acceptedAt: true,
      closedAt: true,
      arrivedAt: true,
      messages: {
        where: { side: 'host' },
        select: { textSealed: true, createdAt: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      },
    },
  })
  return rows.map(({ messages, ...request }) => ({
    ...request,
    youWrote: messages.map(({ textSealed, createdAt }) => ({
      text: unseal(textSealed, 'message.text'),
      createdAt,
    })),
  }))
}

async function ownReports(actor: Actor): Promise<object[]> {
  const rows = await db.report.findMany({
    where: { side: 'host', ownerId: actor.id },
    orderBy: { createdAt: 'asc' },
    select: {
      requestId: true,
      reason: true,
      noteSealed: true,
      createdAt: true,
      keptUntil: true,
      handledAt: true,
      outcome: true,
    },
  })
  return rows.map(({ noteSealed, ...report }) => ({
    ...report,
    note: noteSealed ? unseal(noteSealed, 'report.note') : null,
  }))
}

/** What moderators and admins have done under their name. */
async function ownDeskWork(actor: Actor): Promise<object> {
  const [decisions, announcements, log] = await Promise.all([
    db.decision.findMany({
      where: { moderatorId: actor.id },
      orderBy: { createdAt: 'asc' },
      select: {
        listingId: true,
        action: true,
        reason: true,
        note: true,
        noteSealed: true,
        createdAt: true,
      },
    }),
    db.announcement.findMany({
      where: { createdById: actor.id },
      orderBy: { createdAt: 'asc' },
      select: { city: true, language: true, text: true, endsAt: true, createdAt: true },
    }),
    db.staffLogEntry.findMany({
      where: { actorId: actor.id },
      orderBy: { id: 'asc' },
      select: { at: true, subject: true, subjectId: true, why: true },
    }),
  ])
  return { decisions: decisions.map(worded), announcements, log }
}
