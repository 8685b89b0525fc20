import type { Connection } from '@/lib/db'
import { enqueue } from '@/lib/notifications/jobs'

const MINUTE_MS = 60_000
/** Moderators are reminded after 30 minutes, after 10 when it leaves within 12 hours. */
const REMIND = { minutes: 30, urgentMinutes: 10, urgentWithinHours: 12 }

/** Has those on duty reminded of something that still waits then; sooner of what leaves soon. */
export async function remindLater(
  tx: Connection,
  waiting: { listingId: string; revisionId: string | null; version: number },
  departsAt: Date | null,
  now: Date,
): Promise<void> {
  const left = departsAt ? departsAt.getTime() - now.getTime() : Number.POSITIVE_INFINITY
  const urgent = left <= REMIND.urgentWithinHours * 60 * MINUTE_MS
  const minutes = urgent ? REMIND.urgentMinutes : REMIND.minutes
  const startAfter = new Date(now.getTime() + minutes * MINUTE_MS)
  await enqueue(tx, 'waiting-mail', waiting, { startAfter })
}
