import { acknowledgeDuties } from '@/lib/accounts/commands'
import type { Actor } from '@/lib/auth/viewer'
import { offerListing } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import { type RideInput, rideSchema } from '@/lib/rides/schema'
import { day } from '@/lib/testing/homes'
import { waits } from '@/lib/testing/waits'

/** What a browser sends for a free ride from the border to Uralsk, tomorrow at 18:40, three seats. */
export function sentRide(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    from: 'crossing-syrym',
    to: 'city-uralsk',
    day: day(1),
    time: '18:40',
    seats: '3',
    price: '',
    luggage: 'suitcase',
    childSeats: '1',
    pets: 'on',
    languages: ['ru', 'kk'],
    body: 'Еду домой, место есть.',
    point: 'У кафе после поста',
    car: 'Белый универсал',
    plate: '000 AAA 07',
    ...change,
  }
}

/** The same ride as its schema reads it. */
export function rideForm(change: Partial<RideInput> = {}): RideInput {
  return { ...rideSchema(new Date()).parse(sentRide()), ...change }
}

/** Offers a ride as its author does and returns the listing's id; it waits for review. */
export async function offerRide(author: Actor, change: Partial<RideInput> = {}): Promise<string> {
  await acknowledgeDuties(author, 'ride')
  return offerListing(author, 'ride', 'ru', rideForm(change))
}

/** Offers a ride and has it published. */
export async function publishRide(
  author: Actor,
  moderator: Actor,
  change: Partial<RideInput> = {},
): Promise<string> {
  const listingId = await offerRide(author, change)
  if (await waits(listingId)) {
    await decide(moderator, { listingId, version: 1, action: 'approve', reason: 'fine', note: '' })
  }
  return listingId
}
