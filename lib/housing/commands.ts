import { daysOf } from '@/lib/housing/rules'
import { type HousingInput, housingSchema, SUITS, type Suit } from '@/lib/housing/schema'
import type { KindModule } from '@/lib/listings/kinds'
import { CITIES, type CitySlug } from '@/lib/places/cities'
import { addDays, cityDay, cityInstant, columnDay, dayColumn } from '@/lib/places/city-time'
import { seal, unseal } from '@/lib/seal'

/** A housing offer: beds in a city, for every night from the first to the last. */
export const housingKind: KindModule<HousingInput> = {
  schema: housingSchema,
  hasDuties: true,
  privateFields: ['address'],
  instantFields: ['beds'],

  places: ({ firstNight, lastNight, beds }) =>
    daysOf({ first: firstNight, last: lastNight }).map((night) => ({ night, total: beds })),

  async columns(_tx, { city, title, body, firstNight, lastNight, price }) {
    const { timeZone } = CITIES[city]
    return {
      city,
      otherCity: null,
      title,
      body,
      sortAt: cityInstant(firstNight, '00:00', timeZone),
      expiresAt: cityInstant(addDays(lastNight, 1), '00:00', timeZone),
      priceTenge: price,
    }
  },

  async write(tx, listingId, input) {
    const row = {
      housingKind: input.housingKind,
      district: input.district,
      firstNight: dayColumn(input.firstNight),
      lastNight: dayColumn(input.lastNight),
      minNights: input.minNights,
      maxNights: input.maxNights,
      priceTenge: input.price,
      ...suitColumns(input.suits),
      confirmsRegistration: input.confirmsRegistration,
      houseRules: input.houseRules,
      languages: input.languages,
      addressSealed: seal(input.address, 'housing.address'),
    }
    await tx.housing.upsert({ where: { listingId }, create: { listingId, ...row }, update: row })
  },

  async erasePrivate(tx, listingId) {
    const addressSealed = seal('', 'housing.address')
    await tx.housing.update({ where: { listingId }, data: { addressSealed } })
  },

  hasOwnTitle: true,

  async eraseWords(tx, listingId) {
    await tx.housing.update({ where: { listingId }, data: { houseRules: '' } })
  },

  async read(tx, listingId) {
    const listing = await tx.listing.findUniqueOrThrow({
      where: { id: listingId },
      select: {
        city: true,
        title: true,
        body: true,
        housing: true,
        capacity: { select: { total: true }, orderBy: { night: 'desc' }, take: 1 },
      },
    })
    const { city, title, body, housing, capacity } = listing
    if (!housing) throw new Error('a housing listing without its housing')
    return {
      city,
      housingKind: housing.housingKind,
      district: housing.district,
      firstNight: notBeforeToday(columnDay(housing.firstNight), city),
      lastNight: columnDay(housing.lastNight),
      beds: capacity[0]?.total ?? 1,
      minNights: housing.minNights,
      maxNights: housing.maxNights,
      price: housing.priceTenge,
      suits: SUITS.filter((suit) => housing[suit]),
      confirmsRegistration: housing.confirmsRegistration,
      houseRules: housing.houseRules,
      languages: housing.languages,
      title,
      body,
      address: unseal(housing.addressSealed, 'housing.address'),
    }
  },
}

function suitColumns(suits: Suit[]) {
  const columns = SUITS.map((suit) => [suit, suits.includes(suit)])
  return Object.fromEntries(columns) as Record<Suit, boolean>
}

// An offer that has begun goes on from today; its past nights are nobody's to change.
function notBeforeToday(firstNight: string, city: CitySlug): string {
  const today = cityDay(new Date(), CITIES[city].timeZone)
  return firstNight < today ? today : firstNight
}
