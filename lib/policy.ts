import type { Actor, Viewer } from '@/lib/auth/viewer'
import { Forbidden } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import type { CentreKind, ListingKind, Role } from '@/lib/generated/prisma/enums'
import { FRESHNESS } from '@/lib/listings/rules'

/**
 * Who may do what. The only place that knows roles; no by default. `can` answers one question,
 * `visibleTo` is the same question as a row filter. An action without a rule does not compile.
 */
export interface Subjects {
  /** To read what is kept of oneself, to be erased. */
  'account.export': { id: string }
  'account.erase': { id: string }
  'listing.offer': null
  'centre.offerOfficial': { centreKind: CentreKind }
  'listing.change': { ownerId: string }
  'listing.decide': { ownerId: string }
  /** Where two should agree and too few are active (lib/hands). */
  'listing.publishAlone': null
  /** One's own, without a moderator (lib/trusted). */
  'listing.publishAtOnce': null
  'request.answer': { hostId: string }
  'desk.enter': null
  'queue.view': null
  'report.handle': { ownerId: string }
  'person.view': null
  'person.verify': { id: string; role: Role }
  'person.suspend': { id: string; role: Role }
  'person.changeRole': { id: string }
  'person.endSessions': { id: string; role: Role }
  'person.note': { id: string }
  'person.resetSecondFactor': { id: string }
  'log.view': null
  'figures.view': null
  'announcement.write': null
  /** What the site says of crossings and in the guide. */
  'facts.keep': null
  'jobs.view': null
  'jobs.retry': null
  /** Another's centre, as it stands for everyone. */
  'centre.edit': { ownerId: string }
  /** The dated exceptions of a centre. */
  'centre.setDays': { ownerId: string }
  'registry.keep': null
  /** Publishing what somebody prepared; alone: listing.publishAlone. */
  'registry.publish': { preparedById: string }
}

export type Action = keyof Subjects

type Rule<A extends Action> = (actor: Actor, subject: Subjects[A]) => boolean

const hasStaffRole = ({ role }: { role: Role }) => role === 'moderator' || role === 'admin'
const isStaff = (actor: Actor) => hasStaffRole(actor) && actor.secondFactor
const isAdmin = (actor: Actor) => actor.role === 'admin' && actor.secondFactor

const RULES: { [A in Action]: Rule<A> } = {
  'account.export': (actor, { id }) => id === actor.id,
  'account.erase': (actor, { id }) => id === actor.id && (!hasStaffRole(actor) || isStaff(actor)),
  'listing.offer': () => true,
  'centre.offerOfficial': (actor, { centreKind }) => centreKind === 'help_point' || isStaff(actor),
  'listing.change': (actor, { ownerId }) => ownerId === actor.id,
  'listing.decide': (actor, { ownerId }) => isStaff(actor) && ownerId !== actor.id,
  'listing.publishAlone': isAdmin,
  'listing.publishAtOnce': ({ role, verified }) => role === 'trusted' && verified,
  'request.answer': (actor, { hostId }) => hostId === actor.id && actor.verified,
  'desk.enter': hasStaffRole,
  'queue.view': isStaff,
  'report.handle': (actor, { ownerId }) => isStaff(actor) && ownerId !== actor.id,
  'person.view': isStaff,
  'person.verify': (actor, person) => isStaff(actor) && person.id !== actor.id,
  'person.suspend': (actor, person) =>
    person.id !== actor.id && (isAdmin(actor) || (isStaff(actor) && !hasStaffRole(person))),
  'person.changeRole': (actor, person) => isAdmin(actor) && person.id !== actor.id,
  'person.endSessions': (actor, person) =>
    person.id !== actor.id && (isAdmin(actor) || (isStaff(actor) && !hasStaffRole(person))),
  'person.note': (actor, person) => isStaff(actor) && person.id !== actor.id,
  'person.resetSecondFactor': (actor, person) => isAdmin(actor) && person.id !== actor.id,
  'jobs.view': isStaff,
  'jobs.retry': isAdmin,
  'log.view': isAdmin,
  'figures.view': isStaff,
  'announcement.write': isStaff,
  'facts.keep': isStaff,
  'centre.edit': (actor, { ownerId }) => isStaff(actor) && ownerId !== actor.id,
  'centre.setDays': (actor, { ownerId }) => isStaff(actor) || ownerId === actor.id,
  'registry.keep': isStaff,
  'registry.publish': (actor, { preparedById }) => isStaff(actor) && preparedById !== actor.id,
}

export const ACTIONS = Object.keys(RULES) as Action[]

/** Whether this viewer may do this; guests may do nothing but read what is public. */
export function can<A extends Action>(viewer: Viewer, action: A, subject: Subjects[A]): boolean {
  return viewer.kind === 'account' && RULES[action](viewer, subject)
}

/** Throws Forbidden where `can` says no. Called in the transaction of the write. */
export function authorize<A extends Action>(actor: Viewer, action: A, subject: Subjects[A]): void {
  if (!can(actor, action, subject)) throw new Forbidden(action)
}

/**
 * The listings a viewer may see at an instant. Public: published, by a verified author who is
 * not suspended, not paused, not over, and not hidden for want of confirmation after two
 * delivered warnings. Authors also see their own, staff see all. Where all are of one `kind`, saying
 * so leaves out what is only true of others, and what is over is told by an index.
 */
export function visibleTo(viewer: Viewer, now: Date, kind?: ListingKind): Prisma.ListingWhereInput {
  if (can(viewer, 'queue.view', null)) return {}
  const open = publicAt(now, kind)
  return viewer.kind === 'account' ? { OR: [open, { ownerId: viewer.id }] } : open
}

/**
 * `visibleTo` for statements that choose rows in SQL, where `listing` and its `owner` (the account)
 * are joined under these names. lib/listings/visibility.db.test.ts compares the two.
 */
export function visibleRows(viewer: Viewer, now: Date, kind?: ListingKind): Prisma.Sql {
  if (can(viewer, 'queue.view', null)) return Prisma.sql`true`
  const hidden = hiddenKinds(kind).map(
    (
      one,
    ) => Prisma.sql`AND NOT (listing.kind = ${one}::listing_kind AND listing.warnings_delivered >= 2
      AND listing.confirmed_at < ${daysBefore(now, FRESHNESS[one].hiddenDays)})`,
  )
  const lasts = {
    never: Prisma.empty,
    always: Prisma.sql`AND listing.expires_at > ${now}`,
    some: Prisma.sql`AND (listing.expires_at IS NULL OR listing.expires_at > ${now})`,
  }[expiry(kind)]
  const open = Prisma.sql`(listing.status = 'published' AND (listing.paused_until IS NULL OR listing.paused_until <= ${now})
    AND owner.verified_at IS NOT NULL AND owner.suspended_at IS NULL
    ${lasts} ${Prisma.join([Prisma.empty, ...hidden], ' ')})`
  return viewer.kind === 'account'
    ? Prisma.sql`(${open} OR listing.owner_id = ${viewer.id}::uuid)`
    : open
}

/** Whom a listing that waits is told: everyone who may decide and is not suspended. */
export const ON_DUTY: Prisma.AccountWhereInput = {
  role: { in: ['moderator', 'admin'] },
  suspendedAt: null,
}

function publicAt(now: Date, kind?: ListingKind): Prisma.ListingWhereInput {
  const lasts = {
    never: {},
    always: { expiresAt: { gt: now } },
    some: { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
  }[expiry(kind)]
  return {
    status: 'published',
    owner: { verifiedAt: { not: null }, suspendedAt: null },
    AND: [
      { OR: [{ pausedUntil: null }, { pausedUntil: { lte: now } }] },
      lasts,
      {
        NOT: hiddenKinds(kind).map((one) => ({
          kind: one,
          warningsDelivered: { gte: 2 },
          confirmedAt: { lt: daysBefore(now, FRESHNESS[one].hiddenDays) },
        })),
      },
    ],
  }
}

/** Of which of these listings the end is known: `listing_expires_unless_centre`. */
function expiry(kind?: ListingKind): 'never' | 'always' | 'some' {
  if (!kind) return 'some'
  return kind === 'centre' ? 'never' : 'always'
}

function hiddenKinds(kind?: ListingKind) {
  return (['housing', 'centre'] as const).filter((one) => !kind || one === kind)
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}
