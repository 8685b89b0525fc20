import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { DecisionAction, ListingKind, ReportReason } from '@/lib/generated/prisma/enums'
import { authorize, can } from '@/lib/policy'
import { unseal } from '@/lib/seal'

const SHOWN = 30

/** What staff did and heard about a person, each the newest first. */
export interface PersonRecord {
  notes: { id: string; text: string; by: string; at: Date }[]
  decisions: {
    id: string
    listingId: string
    title: string
    action: DecisionAction
    reason: string
    by: string
    at: Date
  }[]
  /** Reports about their listings; null of one's own. */
  reports:
    | {
        id: string
        kind: ListingKind
        reason: ReportReason
        title: string
        at: Date
        open: boolean
      }[]
    | null
  /** Where they are signed in. */
  sessions: number
}

/** The record of a person. What is reported of somebody's own listings is not theirs to read. */
export async function getPersonRecord(actor: Actor, id: string, now: Date): Promise<PersonRecord> {
  authorize(actor, 'person.view', null)
  const mayRead = can(actor, 'report.handle', { ownerId: id })
  const [notes, decisions, reports, sessions] = await Promise.all([
    listNotes(id),
    listDecisions(id),
    mayRead ? listReportsAbout(id) : null,
    db.session.count({ where: { accountId: id, expiresAt: { gt: now } } }),
  ])
  return { notes, decisions, reports, sessions }
}

async function listNotes(personId: string): Promise<PersonRecord['notes']> {
  const rows = await db.staffNote.findMany({
    where: { personId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: {
      id: true,
      textSealed: true,
      createdAt: true,
      author: { select: { publicName: true } },
    },
  })
  return rows.map(({ id, author, createdAt, textSealed }) => ({
    id,
    text: unseal(textSealed, 'staff_note.text'),
    by: author.publicName ?? '',
    at: createdAt,
  }))
}

async function listDecisions(ownerId: string): Promise<PersonRecord['decisions']> {
  const rows = await db.decision.findMany({
    where: { ownerId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: {
      id: true,
      listingId: true,
      action: true,
      reason: true,
      createdAt: true,
      listing: { select: { title: true } },
      moderator: { select: { publicName: true } },
    },
  })
  return rows.map(({ listing, moderator, createdAt, ...decision }) => ({
    ...decision,
    title: listing.title,
    by: moderator.publicName ?? '',
    at: createdAt,
  }))
}

async function listReportsAbout(ownerId: string): Promise<PersonRecord['reports']> {
  const rows = await db.report.findMany({
    where: { ownerId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: {
      id: true,
      reason: true,
      createdAt: true,
      handledAt: true,
      listing: { select: { kind: true, title: true } },
    },
  })
  return rows.map(({ listing, createdAt, handledAt, ...report }) => ({
    ...report,
    ...listing,
    at: createdAt,
    open: handledAt === null,
  }))
}
