import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { fill } from './fill'

/** What it promises is that every constraint of today took what it wrote. */
it('fills a database with what is public, what is past and what was asked for', async () => {
  await fill(
    process.env.DATABASE_URL ?? '',
    { listings: 2_000, published: 1_000, requests: 50 },
    100,
  )
  const listings = await db.listing.groupBy({
    by: ['kind'],
    where: { status: 'published' },
    _count: true,
  })
  expect(Object.fromEntries(listings.map(({ kind, _count }) => [kind, _count]))).toEqual({
    centre: 2,
    ride: 598,
    housing: 400,
  })
  expect(await db.listing.count()).toBe(2_000)
  expect(await db.request.count()).toBe(50)
})
