import type { Actor } from '@/lib/auth/viewer'
import type { DatedException } from '@/lib/centres/rules'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { CentreKind } from '@/lib/generated/prisma/enums'
import type { CitySlug } from '@/lib/places/cities'
import { columnDay, dayColumn } from '@/lib/places/city-time'
import { authorize, can } from '@/lib/policy'
import type { CentreFacts } from '@/lib/registry/columns'
import type { RegistrySearch } from '@/lib/registry/schema'
import { daysAhead, standingOf, standingSelect } from '@/lib/registry/standing'

const PAGE = 50

/** A centre in the list of the staff. */
export interface RegistryLine {
  id: string
  title: string
  city: CitySlug
  centreKind: CentreKind
  checkedOn: Date | null
  /** Whether it is this reader's own listing. */
  own: boolean
}

/** The centres that everyone sees, those first that nobody checked for longest; 50 at a time. */
export async function listRegistry(
  actor: Actor,
  { city, kind, after }: RegistrySearch,
): Promise<{ lines: RegistryLine[]; next: string | null }> {
  authorize(actor, 'registry.keep', null)
  const [day = '', last = ''] = after?.split('_') ?? []
  const rows = await db.centre.findMany({
    where: {
      listing: { is: { status: 'published', ...(city ? { city } : {}) } },
      ...(kind ? { centreKind: kind } : {}),
      ...(last ? { OR: later(day, last) } : {}),
    },
    orderBy: [{ checkedOn: { sort: 'asc', nulls: 'first' } }, { listingId: 'asc' }],
    take: PAGE + 1,
    select: {
      centreKind: true,
      checkedOn: true,
      listing: { select: { id: true, title: true, city: true, ownerId: true } },
    },
  })
  const lines = rows.slice(0, PAGE).map(({ listing: { ownerId, ...listing }, ...centre }) => ({
    ...centre,
    ...listing,
    own: ownerId === actor.id,
  }))
  const end = lines.at(-1)
  return { lines, next: rows.length > PAGE && end ? `${dayOf(end.checkedOn)}_${end.id}` : null }
}

/** A published centre as staff change it; `mayEdit` is false for their own. */
export async function getRegistered(actor: Actor, id: string, now: Date) {
  authorize(actor, 'registry.keep', null)
  const row = await db.listing.findFirst({
    where: { id, kind: 'centre', status: 'published' },
    select: { ...standingSelect, ownerId: true },
  })
  if (!row) throw new NotFound('centre')
  const { ownerId, version, title, city, status } = row
  return {
    ...standingOf(row, now),
    version,
    title,
    city,
    status,
    mayEdit: can(actor, 'centre.edit', { ownerId }),
  }
}

/** The days from today on on which a centre differs from its week, for whoever may set them. */
export async function listDays(actor: Actor, id: string, now: Date): Promise<DatedException[]> {
  const listing = await db.listing.findFirst({
    where: {
      id,
      kind: 'centre',
      ...(can(actor, 'registry.keep', null) ? {} : { ownerId: actor.id }),
    },
    select: { city: true, centre: { select: { exceptions: true } } },
  })
  if (!listing?.centre) throw new NotFound('centre')
  return daysAhead(listing.centre.exceptions, listing.city, now)
}

/** Every published centre but samples, by key: what a file of them says. */
export async function listFacts(actor: Actor, now: Date): Promise<CentreFacts[]> {
  authorize(actor, 'registry.keep', null)
  const rows = await db.listing.findMany({
    where: { kind: 'centre', status: 'published', sample: false },
    select: standingSelect,
  })
  return rows.map((row) => standingOf(row, now).facts).sort((a, b) => (a.key < b.key ? -1 : 1))
}

function dayOf(day: Date | null): string {
  return day ? columnDay(day) : ''
}

/** What comes after a centre in the order of the list: first those that were never checked. */
function later(day: string, id: string): Prisma.CentreWhereInput[] {
  if (!day) return [{ checkedOn: null, listingId: { gt: id } }, { checkedOn: { not: null } }]
  const checkedOn = dayColumn(day)
  return [{ checkedOn, listingId: { gt: id } }, { checkedOn: { gt: checkedOn } }]
}
