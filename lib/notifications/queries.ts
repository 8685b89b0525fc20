import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { JOB_NAMES, type JobName } from '@/lib/notifications/jobs'
import { errorClass } from '@/lib/notifications/rules'
import { authorize } from '@/lib/policy'

/** Failed jobs shown at once; the counts know of all. */
const SHOWN = 50

export interface JobCounts {
  name: JobName
  /** Planned, due or running, for the first time. */
  waiting: number
  /** Failed and tried again by themselves later. */
  retrying: number
  /** Failed for good. */
  failed: number
}

export interface FailedJob {
  id: string
  name: JobName
  failedAt: Date
  attempts: number
  /** Name and code of the error, '' when nothing is known. */
  cause: string
}

export interface JobsView {
  counts: JobCounts[]
  failed: FailedJob[]
  /** Since when the oldest job is due that no worker has taken; null when none is. */
  dueSince: Date | null
}

/** How the background work stands: counts of every kind, what failed for good, the newest first. */
export async function listJobs(actor: Actor): Promise<JobsView> {
  authorize(actor, 'jobs.view', null)
  const [counted, failed, [oldest]] = await Promise.all([
    db.$queryRaw<JobCounts[]>`
      SELECT name, count(*) FILTER (WHERE state IN ('created', 'active'))::int AS waiting,
        count(*) FILTER (WHERE state = 'retry')::int AS retrying,
        count(*) FILTER (WHERE state = 'failed')::int AS failed
      FROM jobs.job WHERE name = ANY (${JOB_NAMES}) GROUP BY name`,
    db.$queryRaw<(Omit<FailedJob, 'cause'> & { output: unknown })[]>`
      SELECT id::text, name, completed_on AS "failedAt", retry_count + 1 AS attempts, output
      FROM jobs.job WHERE state = 'failed' AND name = ANY (${JOB_NAMES})
      ORDER BY completed_on DESC, id LIMIT ${SHOWN}`,
    db.$queryRaw<{ dueSince: Date | null }[]>`
      SELECT min(start_after) AS "dueSince" FROM jobs.job
      WHERE state < 'active' AND start_after <= now() AND name = ANY (${JOB_NAMES})`,
  ])
  return {
    counts: JOB_NAMES.map(
      (name) =>
        counted.find((row) => row.name === name) ?? { name, waiting: 0, retrying: 0, failed: 0 },
    ),
    failed: failed.map(({ output, ...job }) => ({ ...job, cause: errorClass(output) })),
    dueSince: oldest?.dueSince ?? null,
  }
}

/** How many jobs failed for good. */
export async function countFailedJobs(actor: Actor): Promise<number> {
  authorize(actor, 'jobs.view', null)
  const [row] = await db.$queryRaw<{ failed: number }[]>`
    SELECT count(*)::int AS failed FROM jobs.job
    WHERE state = 'failed' AND name = ANY (${JOB_NAMES})`
  return row?.failed ?? 0
}
