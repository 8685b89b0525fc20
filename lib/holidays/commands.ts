import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { HolidayInput } from '@/lib/holidays/schema'
import { dayColumn } from '@/lib/places/city-time'
import { authorize } from '@/lib/policy'
import { signAs } from '@/lib/staff-log/commands'

/** Makes a day a day off, or says a newer source of one. */
export async function addHoliday(actor: Actor, { day, source }: HolidayInput): Promise<void> {
  await db.$transaction(async (tx) => {
    authorize(actor, 'registry.keep', null)
    await signAs(tx, actor)
    await tx.publicHoliday.upsert({
      where: { day: dayColumn(day) },
      create: { day: dayColumn(day), source },
      update: { source, removed: false },
    })
  })
}

/** Makes a day off a day like any other, and says where that is written. */
export async function removeHoliday(actor: Actor, { day, source }: HolidayInput): Promise<void> {
  await db.$transaction(async (tx) => {
    authorize(actor, 'registry.keep', null)
    await signAs(tx, actor)
    await tx.publicHoliday.updateMany({
      where: { day: dayColumn(day) },
      data: { source, removed: true },
    })
  })
}
