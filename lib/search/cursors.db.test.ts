import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { GUEST } from '@/lib/auth/viewer'
import { listCentres } from '@/lib/centres/queries'
import { centreFilterSchema } from '@/lib/centres/schema'
import { listHousing } from '@/lib/housing/queries'
import { housingFilterSchema } from '@/lib/housing/schema'
import { listRides } from '@/lib/rides/queries'
import { rideFilterSchema } from '@/lib/rides/schema'
import { SORTS } from '@/lib/search/schema'
import { cast } from '@/lib/testing/cast'
import { publishCentre } from '@/lib/testing/centres'
import { publishHome } from '@/lib/testing/homes'
import { publishRide } from '@/lib/testing/rides'

const now = new Date()
const near = '51.20,51.40'

/** Each list, asked as its address asks it. */
const LISTS = {
  rides: (asked: object) =>
    listRides(GUEST, { ...rideFilterSchema.parse(asked), city: null }, 'ru', now),
  homes: (asked: object) =>
    listHousing(GUEST, { ...housingFilterSchema.parse(asked), city: null }, 'ru', now),
  centres: (asked: object) =>
    listCentres(GUEST, { ...centreFilterSchema.parse(asked), city: null }, 'ru', now),
}

beforeAll(async () => {
  const { marta, samal } = await cast()
  await publishRide(marta, samal)
  await publishHome(marta, samal)
  await publishCentre(marta, samal)
})

const digits = fc.oneof(
  fc.stringMatching(/^\d{1,17}$/),
  fc.constantFrom('0', '1', '2147483648', '999999999999999', '253402300800000', '-1'),
)
const id = fc.oneof(fc.uuid(), fc.constantFrom('0198c0de-0000-7000-8000-00000000000a', 'x', ''))
const group = fc.constantFrom('free', 'others', 'open', 'unknown', 'closed', 'sunk', 'constructor')
const cursors = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.tuple(digits, id).map((parts) => parts.join('.')),
  fc.tuple(digits, digits, id).map((parts) => parts.join('.')),
  fc.tuple(group, digits, id).map((parts) => parts.join('.')),
)

describe('any cursor in an address', () => {
  it.each(Object.keys(LISTS) as (keyof typeof LISTS)[])(
    'of %s is a list',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...SORTS), cursors, async (sort, cursor) => {
          const { cards } = await LISTS[kind]({ sort, near, cursor })
          expect(cards.length).toBeLessThanOrEqual(1)
        }),
        { numRuns: 150 },
      )
    },
    60_000,
  )

  it.each([
    ['rides', '0.999999999999999.0198c0de-0000-7000-8000-00000000000a'],
    ['centres', '0.999999999999999.0198c0de-0000-7000-8000-00000000000a'],
  ] as const)(
    'of %s by distance that lies beyond the last year is the beginning',
    async (kind, cursor) => {
      expect((await LISTS[kind]({ sort: 'nearest', near, cursor })).cards).toHaveLength(1)
    },
  )
})
