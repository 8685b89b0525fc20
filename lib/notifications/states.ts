import { JOB_NAMES, type JobName } from '@/lib/notifications/jobs'

type Ask = <Row extends object>(text: string, values: unknown[]) => Promise<Row[]>

/** How many jobs of each kind are in each state, for who watches over the site. */
export function countJobStates(
  ask: Ask,
): Promise<{ name: JobName; state: string; count: number }[]> {
  return ask(
    `SELECT name, state::text, count(*)::int AS count FROM jobs.job
     WHERE name = ANY ($1) GROUP BY name, state ORDER BY name, state`,
    [JOB_NAMES],
  )
}
