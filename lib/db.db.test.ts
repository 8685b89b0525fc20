import { expect, it } from 'vitest'
import { db } from '@/lib/db'

it('keeps instants whatever zone the database stands in', async () => {
  const [{ name } = { name: '' }] = await db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(current_database()) AS name`
  await db.$executeRawUnsafe(`ALTER DATABASE ${name} SET timezone TO 'Asia/Almaty'`)
  // New connections take the database's zone.
  await db.$disconnect()
  const expiresAt = new Date()
  await db.rateLimit.create({ data: { key: 'zone', hits: 1, expiresAt } })
  const [row] = await db.$queryRaw<{ apart: number }[]>`
    SELECT abs(extract(epoch FROM now() - expires_at))::int AS apart FROM rate_limit`
  expect(row?.apart).toBeLessThan(60)
  expect((await db.rateLimit.findFirstOrThrow()).expiresAt).toEqual(expiresAt)
})
