import { acknowledgeDuties } from '@/lib/accounts/commands'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import { offerListing } from '@/lib/listings/commands'
import type { AnyInput } from '@/lib/listings/kinds'
import { decide } from '@/lib/moderation/commands'
import { type RideInput, rideSchema } from '@/lib/rides/schema'
import { actorOf } from '@/lib/testing/cast'
import { helpPointForm } from '@/lib/testing/centres'
import { day, homeForm } from '@/lib/testing/homes'
import { moderator, type Person } from './people'

/** The form of a free ride from the border post at Taskala to Uralsk, in ten days. */
export function rideForm(change: Partial<RideInput> = {}): RideInput {
  return {
    ...rideSchema(new Date()).parse({
      from: 'crossing-taskala',
      to: 'city-uralsk',
      day: day(10),
      time: '14:25',
      seats: '3',
      luggage: 'suitcase',
      languages: ['ru'],
      body: 'Еду после работы.',
      point: 'У остановки для примера',
      car: 'Белый универсал для примера',
      plate: '000 AAA 00',
    }),
    ...change,
  }
}

const FORMS = {
  ride: rideForm,
  housing: homeForm,
  centre: helpPointForm,
} as const satisfies Record<ListingKind, (change: never) => AnyInput>

/** Offers a listing as its author does, without the pages for it; it waits for review. */
export async function offered<Kind extends ListingKind>(
  author: Person,
  kind: Kind,
  change: Parameters<(typeof FORMS)[Kind]>[0] = {},
): Promise<string> {
  const actor = await actorOf(author.id)
  if (kind !== 'centre') await acknowledgeDuties(actor, kind)
  return offerListing(actor, kind, 'ru', FORMS[kind](change as never))
}

/** Offers a listing of a verified author and has it published. */
export async function published<Kind extends ListingKind>(
  author: Person,
  kind: Kind,
  change: Parameters<(typeof FORMS)[Kind]>[0] = {},
): Promise<string> {
  const listingId = await offered(author, kind, change)
  const samal = await actorOf(await moderator())
  await decide(samal, { listingId, version: 1, action: 'approve', reason: 'fine', note: '' })
  return listingId
}
