import type { AnnouncementInput } from '@/lib/announcements/schema'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { addDays, cityInstant } from '@/lib/places/city-time'
import { authorize } from '@/lib/policy'
import { signAs } from '@/lib/staff-log/commands'

/** Announces something until the end of its last day in Kazakhstan. */
export async function announce(
  actor: Actor,
  { lastDay, ...announcement }: AnnouncementInput,
): Promise<void> {
  await db.$transaction(async (tx) => {
    authorize(actor, 'announcement.write', null)
    await signAs(tx, actor)
    const endsAt = cityInstant(addDays(lastDay, 1), '00:00', 'Asia/Almaty')
    await tx.announcement.create({ data: { ...announcement, endsAt, createdById: actor.id } })
  })
}

/** Ends an announcement now. Twice is once. */
export async function endAnnouncement(actor: Actor, id: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    authorize(actor, 'announcement.write', null)
    await signAs(tx, actor)
    await tx.announcement.updateMany({ where: { id, endsAt: { gt: now } }, data: { endsAt: now } })
  })
}
