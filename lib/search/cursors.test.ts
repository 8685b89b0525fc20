import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { centreFilterSchema } from '@/lib/centres/schema'
import { housingFilterSchema } from '@/lib/housing/schema'
import { rideFilterSchema } from '@/lib/rides/schema'
import { cursorOf, placeCursor } from '@/lib/search/sorts'

// The largest that stands in the database: the last hour that can be offered, the highest price.
const row = {
  id: '0198c0de-0000-7000-8000-00000000000a',
  sortAt: new Date('2099-12-31T23:00:00Z'),
  publishedAt: new Date('2099-12-31T23:00:00Z'),
  confirmedAt: new Date('2099-12-31T23:00:00Z'),
  priceTenge: 2_147_483_647,
}
const far = placeCursor({ ...row, rank: 99_999 })

const GIVEN_OUT: [string, z.ZodType, string][] = [
  ['rides, soonest', rideFilterSchema, cursorOf('soonest', row)],
  ['rides, newest', rideFilterSchema, cursorOf('newest', row)],
  ['rides, free first', rideFilterSchema, cursorOf('free', row)],
  ['rides, nearest', rideFilterSchema, far],
  ['homes, the free', housingFilterSchema, `free.${cursorOf('soonest', row)}`],
  ['homes, the others', housingFilterSchema, `others.${cursorOf('confirmed', row)}`],
  ['homes, newest', housingFilterSchema, cursorOf('newest', row)],
  ['homes, free of charge first', housingFilterSchema, cursorOf('free', row)],
  ['centres, open first', centreFilterSchema, `unknown.${cursorOf('soonest', row)}`],
  ['centres, newest', centreFilterSchema, cursorOf('newest', row)],
  ['centres, nearest', centreFilterSchema, far],
]

describe('where a list goes on', () => {
  it.each(GIVEN_OUT)('travels through the address: %s', (_, schema, cursor) => {
    expect(schema.parse({ cursor })).toEqual({ cursor })
  })
})
