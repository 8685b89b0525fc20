import { db } from '@/lib/db'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import { ON_DUTY } from '@/lib/policy'
import { indexListings } from '@/lib/search/commands'
import { actorOf } from '@/lib/testing/cast'
import { helpPointForm, offerCentre } from '@/lib/testing/centres'
import { day, offerHome } from '@/lib/testing/homes'
import { offerRide } from '@/lib/testing/rides'
import type { Person } from './people'

/** Some other than the usual answers of a kind's form. */
type Change = {
  ride: Parameters<typeof offerRide>[1]
  housing: Parameters<typeof offerHome>[1]
  centre: Parameters<typeof helpPointForm>[0]
}

type Offer<Kind extends ListingKind> = (
  author: Awaited<ReturnType<typeof actorOf>>,
  change: Change[Kind],
) => Promise<string>

const OFFER: { [Kind in ListingKind]: Offer<Kind> } = {
  ride: (author, change) =>
    offerRide(author, { from: 'crossing-taskala', day: day(10), ...change }),
  housing: offerHome,
  centre: (author, change) => offerCentre(author, helpPointForm(change)),
}

/** Offers a listing as its author does, without the pages for it; it waits for review. */
export async function offered<Kind extends ListingKind>(
  author: Person,
  kind: Kind,
  change: Change[Kind] = {},
): Promise<string> {
  return OFFER[kind](await actorOf(author.id), change)
}

/**
 * Puts a listing of a verified author before everyone, homes with the yes of two. Without the mails
 * of decisions, so that those of many listings do not keep waiting those that a spec waits for.
 */
export async function published<Kind extends ListingKind>(
  author: Person,
  kind: Kind,
  change: Change[Kind] = {},
): Promise<string> {
  const id = await offered(author, kind, change)
  const now = new Date()
  if (kind === 'housing') await agree(id, author.id)
  const data = { status: 'published', publishedAt: now, confirmedAt: now, version: 2 } as const
  await db.listing.update({ where: { id }, data })
  await indexListings(db, [id])
  return id
}

async function agree(listingId: string, ownerId: string): Promise<void> {
  const two = await db.account.findMany({ where: ON_DUTY, take: 2, select: { id: true } })
  await db.decision.createMany({
    data: two.map(({ id: moderatorId }) => ({
      listingId,
      ownerId,
      moderatorId,
      action: 'endorse',
      reason: 'fine',
    })),
  })
}
