import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { JobName } from '@/lib/notifications/jobs'
import { authorize } from '@/lib/policy'

/**
 * Tries a job that failed for good once more, at once. What no longer has failed, or is gone,
 * stays as it is: two clicks are one.
 */
export async function retryJob(actor: Actor, { name, id }: { name: JobName; id: string }) {
  authorize(actor, 'jobs.retry', null)
  // pg-boss's own retry leaves the time of the failure, by which its housekeeping would remove it.
  // Its tables are its own, so what the log says is written in the same statement, not by a trigger.
  await db.$executeRaw`
    WITH retried AS (
      UPDATE jobs.job SET state = 'retry', retry_limit = retry_count + 1, completed_on = NULL,
        start_after = now(), keep_until = greatest(keep_until, now() + interval '1 day')
      WHERE name = ${name} AND id = ${id}::uuid AND state = 'failed'
      RETURNING id, name)
    INSERT INTO staff_log (actor_id, subject, subject_id, before, after)
    SELECT ${actor.id}::uuid, 'job', id, '{"state": "failed"}',
      jsonb_build_object('state', 'retry', 'name', name) FROM retried`
}
