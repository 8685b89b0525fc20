import { acknowledgeDuties } from '@/lib/accounts/commands'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { handsOf } from '@/lib/hands/queries'
import { type HousingInput, housingSchema } from '@/lib/housing/schema'
import { offerListing } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import { addDays, cityDay } from '@/lib/places/city-time'
import { ON_DUTY } from '@/lib/policy'
import { actorOf } from '@/lib/testing/cast'

/** Today in Kazakhstan, moved by so many days. */
export function day(offset = 0): string {
  return addDays(cityDay(new Date(), 'Asia/Almaty'), offset)
}

/** The form of a free room in Uralsk with three beds, tonight and six nights more. */
export function homeForm(change: Partial<HousingInput> = {}): HousingInput {
  return {
    ...housingSchema(new Date()).parse({
      city: 'uralsk',
      housingKind: 'room',
      firstNight: day(),
      lastNight: day(6),
      beds: '3',
      minNights: '1',
      maxNights: '7',
      suits: 'children',
      houseRules: 'Не курим.',
      languages: ['ru', 'kk'],
      title: 'Комната в квартире семьи',
      body: 'Тихая комната с дверью.',
      address: 'Улица и дом для примера',
    }),
    ...change,
  }
}

/** Offers a home as its author does and returns the listing's id; it waits for review. */
export async function offerHome(author: Actor, change: Partial<HousingInput> = {}) {
  await acknowledgeDuties(author, 'housing')
  return offerListing(author, 'housing', 'ru', homeForm(change))
}

/** Offers a home and has it published; a first home by the yes of another moderator before. */
export async function publishHome(
  author: Actor,
  moderator: Actor,
  change: Partial<HousingInput> = {},
) {
  const listingId = await offerHome(author, change)
  const yes = { listingId, version: 1, action: 'approve', reason: 'fine', note: '' } as const
  const { needed } = await handsOf(db, moderator, listingId)
  if (needed === 2) await decide(await anotherModerator(moderator, author), yes)
  await decide(moderator, yes)
  return listingId
}

async function anotherModerator(...others: Actor[]): Promise<Actor> {
  const where = { ...ON_DUTY, id: { notIn: others.map(({ id }) => id) } }
  return actorOf((await db.account.findFirstOrThrow({ where, select: { id: true } })).id)
}
