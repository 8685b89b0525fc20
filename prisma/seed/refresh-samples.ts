import type { Connection } from '@/lib/db'

/**
 * Moves the samples forward by the whole days since they were written, so that a trial that is
 * started again next week still has rides tomorrow. Nothing that a person made is touched.
 */
export async function refreshSamples(connection: Connection, now: Date): Promise<void> {
  const [written] = await connection.account.findMany({
    where: { sample: true },
    orderBy: { createdAt: 'asc' },
    take: 1,
    select: { createdAt: true },
  })
  const age = now.getTime() - (written?.createdAt ?? now).getTime()
  const days = Math.floor(age / 86_400_000)
  if (days < 1) return
  await connection.$executeRaw`
    UPDATE ride SET departs_at = departs_at + make_interval(days => ${days})
    WHERE listing_id IN (SELECT id FROM listing WHERE sample)`
  await connection.$executeRaw`
    UPDATE housing SET first_night = first_night + ${days}::int, last_night = last_night + ${days}::int
    WHERE listing_id IN (SELECT id FROM listing WHERE sample)`
  // There and back, because each night of a home is unique at every step.
  for (const shift of [days + 100_000, -100_000]) {
    await connection.$executeRaw`
      UPDATE capacity SET night = night + ${shift}::int
      WHERE listing_id IN (SELECT id FROM listing WHERE sample)`
  }
  await connection.$executeRaw`
    UPDATE listing SET
      sort_at = sort_at + make_interval(days => ${days}),
      expires_at = expires_at + make_interval(days => ${days}),
      confirmed_at = confirmed_at + make_interval(days => ${days}),
      submitted_at = submitted_at + make_interval(days => ${days}),
      created_at = created_at + make_interval(days => ${days}),
      published_at = published_at + make_interval(days => ${days})
    WHERE sample`
  await connection.$executeRaw`
    UPDATE account SET created_at = created_at + make_interval(days => ${days}) WHERE sample`
}
