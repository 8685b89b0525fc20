import { db } from '@/lib/db'
import { pastFigures, ZONE } from '@/lib/figures/queries'
import { cityDay } from '@/lib/places/city-time'

/**
 * Counts the public figures of today, once: of what is past nothing changes any more, and who reads
 * them counts nothing. Two at once write the same.
 */
export async function writeDayFigures(now: Date): Promise<void> {
  const day = cityDay(now, ZONE)
  await db.$executeRaw`
    INSERT INTO day_figure (day, figure, part, value)
    SELECT ${day}::date, past.* FROM (${pastFigures(now)}) AS past
    WHERE NOT EXISTS (SELECT FROM day_figure WHERE day = ${day}::date)
    ON CONFLICT (day, figure, part) DO NOTHING`
}
