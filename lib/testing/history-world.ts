import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { addDays, cityDay, cityInstant, dayColumn } from '@/lib/places/city-time'
import { hashToken, newToken } from '@/lib/private-links/tokens'
import { type Asker, findLink } from '@/lib/requests/links'
import { hashEmail, seal } from '@/lib/seal'
import { actorOf } from '@/lib/testing/cast'

const HOUR_MS = 3_600_000
const ZONE = 'Asia/Almaty'

/** A verified volunteer of this history alone. */
export async function createHost(moderator: Actor): Promise<Actor> {
  const email = `${newToken()}@qadam.test`
  const { id } = await db.account.create({
    data: {
      emailSealed: seal(email, 'account.email'),
      emailHash: hashEmail(email),
      publicName: 'Марта',
      verifiedAt: new Date(),
      verifiedHow: 'met_in_person',
      verifiedById: moderator.id,
    },
    select: { id: true },
  })
  return actorOf(id)
}

function published(ownerId: string, sortAt: Date, expiresAt: Date) {
  const words = { title: 'Для истории', body: '', language: 'ru', city: 'uralsk' } as const
  return {
    ...words,
    ownerId,
    sortAt,
    expiresAt,
    status: 'published',
    publishedAt: new Date(),
  } as const
}

/** A published ride. */
export async function createRide(ownerId: string, seats: number, leaves: Date): Promise<string> {
  const departsAt = new Date(Math.ceil(leaves.getTime() / HOUR_MS) * HOUR_MS)
  const { id } = await db.listing.create({
    data: {
      ...published(ownerId, departsAt, new Date(departsAt.getTime() + HOUR_MS)),
      kind: 'ride',
      ride: {
        create: {
          fromPlaceId: 'crossing-syrym',
          toPlaceId: 'city-uralsk',
          departsAt,
          priceTenge: 0,
          luggage: 'none',
          languages: ['ru'],
          meetingSealed: seal('{}', 'ride.meeting'),
        },
      },
      capacity: { create: { total: seats } },
    },
    select: { id: true },
  })
  return id
}

/** A published home with few beds for few nights. */
export async function createHome(
  ownerId: string,
  now: Date,
  { nights: count, beds }: { nights: number; beds: number },
): Promise<string> {
  const nights = Array.from({ length: count }, (_, night) => addDays(cityDay(now, ZONE), night + 2))
  const [first = '', last = ''] = [nights[0], nights.at(-1)]
  const { id } = await db.listing.create({
    data: {
      ...published(ownerId, now, cityInstant(addDays(last, 1), '00:00', ZONE)),
      kind: 'housing',
      housing: {
        create: {
          housingKind: 'room',
          firstNight: dayColumn(first),
          lastNight: dayColumn(last),
          maxNights: count,
          priceTenge: 0,
          languages: ['ru'],
          addressSealed: seal('', 'housing.address'),
        },
      },
      capacity: { create: nights.map((night) => ({ night: dayColumn(night), total: beds })) },
    },
    select: { id: true },
  })
  return id
}

/** A newcomer's private link. */
export async function createAsker(): Promise<Asker> {
  const token = newToken()
  await db.privateLink.create({
    data: { tokenHash: hashToken(token), locale: 'ru' },
    select: { id: true },
  })
  const asker = await findLink(token)
  if (!asker) throw new Error('no such link')
  return asker
}
