import { db } from '@/lib/db'
import type { Jobs } from '@/lib/notifications/jobs'
import { mailReport, mailWaiting } from '@/lib/notifications/mails'

/** Does what the worker does with the mails that were planned for each moderator on duty. */
export async function mailThoseOnDuty(): Promise<void> {
  const planned = await db.$queryRaw<Planned[]>`
    DELETE FROM jobs.job WHERE name IN ('waiting-mail', 'report-mail') AND data ? 'accountId'
    RETURNING name, data`
  for (const job of planned) {
    await (job.name === 'report-mail' ? mailReport(job.data) : mailWaiting(job.data))
  }
}

type Planned =
  | { name: 'report-mail'; data: Jobs['report-mail'] }
  | { name: 'waiting-mail'; data: Jobs['waiting-mail'] }
