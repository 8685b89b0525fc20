import type { Actor, Viewer } from '@/lib/auth/viewer'
import { Forbidden } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { CentreKind, Role } from '@/lib/generated/prisma/enums'
import { FRESHNESS } from '@/lib/listings/rules'

/**
 * Who may do what. The only place that knows roles; no by default. `can` answers one question,
 * `visibleTo` is the same question as a row filter. An action without a rule does not compile.
 */
export interface Subjects {
  'listing.offer': null
  'centre.offerOfficial': { centreKind: CentreKind }
  'listing.change': { ownerId: string }
  'listing.decide': { ownerId: string }
  'request.answer': { hostId: string }
  'queue.view': null
  'person.view': null
  'person.verify': { id: string; role: Role }
  'person.suspend': { id: string; role: Role }
  'person.changeRole': { id: string }
}

export type Action = keyof Subjects

type Rule<A extends Action> = (actor: Actor, subject: Subjects[A]) => boolean

const isStaff = ({ role }: { role: Role }) => role === 'moderator' || role === 'admin'

const RULES: { [A in Action]: Rule<A> } = {
  'listing.offer': () => true,
  'centre.offerOfficial': (actor, { centreKind }) => centreKind === 'help_point' || isStaff(actor),
  'listing.change': (actor, { ownerId }) => ownerId === actor.id,
  'listing.decide': (actor, { ownerId }) => isStaff(actor) && ownerId !== actor.id,
  'request.answer': (actor, { hostId }) => hostId === actor.id && actor.verified,
  'queue.view': isStaff,
  'person.view': isStaff,
  'person.verify': (actor, person) => isStaff(actor) && person.id !== actor.id,
  'person.suspend': (actor, person) =>
    person.id !== actor.id &&
    (actor.role === 'admin' || (actor.role === 'moderator' && !isStaff(person))),
  'person.changeRole': (actor, person) => actor.role === 'admin' && person.id !== actor.id,
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
 * delivered warnings. Authors also see their own, staff see all.
 */
export function visibleTo(viewer: Viewer, now: Date): Prisma.ListingWhereInput {
  if (can(viewer, 'queue.view', null)) return {}
  const open = publicAt(now)
  return viewer.kind === 'account' ? { OR: [open, { ownerId: viewer.id }] } : open
}

/** Whom a listing that waits is told: everyone who may decide and is not suspended. */
export const ON_DUTY: Prisma.AccountWhereInput = {
  role: { in: ['moderator', 'admin'] },
  suspendedAt: null,
}

function publicAt(now: Date): Prisma.ListingWhereInput {
  const hiddenBefore = (days: number) => new Date(now.getTime() - days * 86_400_000)
  return {
    status: 'published',
    paused: false,
    owner: { verifiedAt: { not: null }, suspendedAt: null },
    AND: [
      { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
      {
        NOT: (['housing', 'centre'] as const).map((kind) => ({
          kind,
          warningsDelivered: { gte: 2 },
          confirmedAt: { lt: hiddenBefore(FRESHNESS[kind].hiddenDays) },
        })),
      },
    ],
  }
}
