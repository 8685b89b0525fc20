import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { cityDay, columnDay, dayColumn } from '@/lib/places/city-time'
import { authorize } from '@/lib/policy'

export interface Holiday {
  day: string
  source: string
  removed: boolean
}

/** The days off from today on, and those that were taken out, with their sources. */
export async function listHolidays(actor: Actor, now: Date): Promise<Holiday[]> {
  authorize(actor, 'registry.keep', null)
  const rows = await db.publicHoliday.findMany({
    where: { day: { gte: dayColumn(cityDay(now, 'Asia/Almaty')) } },
    orderBy: { day: 'asc' },
    select: { day: true, source: true, removed: true },
  })
  return rows.map(({ day, ...rest }) => ({ day: columnDay(day), ...rest }))
}
