import PgBoss from 'pg-boss'
import type { Connection } from '@/lib/db'

/**
 * Background work. Payloads carry ids only; each job is safe to run twice; a job is written in
 * the transaction of what it follows, so it exists exactly when that does.
 */
export interface Jobs {
  /** Tell the author what was decided. */
  'decision-mail': { decisionId: string }
  /** Carry out what a moderator decided half a minute ago and has not taken back. */
  'held-decision': { heldId: string }
  /** Remind the moderators on duty that something waits: without a name, plans one for each of them. */
  'waiting-mail': {
    listingId: string
    revisionId: string | null
    version: number
    accountId?: string
  }
  /** Tell a volunteer that there is something new in their requests. */
  'request-mail': { requestId: string }
  /** Call the moderators on duty to a report of something unsafe, likewise. */
  'report-mail': { reportId: string; accountId?: string }
  /** Tell a person that they were suspended. */
  'suspension-mail': { accountId: string }
  /** Tell a person that they may sign in again. */
  'lifted-mail': { accountId: string }
  /** Ask an author whether a listing is still true: the first or second warning. */
  'truth-mail': { listingId: string; warning: number }
  /** Check centres that were handed in, or write those that are to be published. */
  'centre-import': { importId: string }
  /** End what nobody answered, let offers lapse, move lines after a pause, ask what fades, count, keep the search up to date. Runs by the clock. */
  sweep: Record<string, never>
  /** Erase what has been kept long enough. Runs by the clock. */
  erase: Record<string, never>
}

export type JobName = keyof Jobs

export const JOB_NAMES = [
  'decision-mail',
  'held-decision',
  'waiting-mail',
  'request-mail',
  'report-mail',
  'suspension-mail',
  'lifted-mail',
  'truth-mail',
  'centre-import',
  'sweep',
  'erase',
] as const satisfies JobName[]
export const JOB_SCHEMA = 'jobs'
/** For how long staff see what failed for good (lib/notifications/queries.ts). */
export const FAILED_DAYS = 14

/** Mails are tried again for about a day: 30 s, 1 min, 2 min, … */
const RETRIES = { retryLimit: 12, retryDelay: 30, retryBackoff: true, retentionDays: 7 }

/** Writes a job in a transaction; `id` makes a second writing of the same job nothing. */
export async function enqueue<N extends JobName>(
  tx: Connection,
  name: N,
  data: Jobs[N],
  options: { startAfter?: Date; id?: string } = {},
): Promise<void> {
  const executeSql = async (text: string, values: unknown[]) => ({
    rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values.map(plain)),
  })
  await sender.send(name, data, { ...RETRIES, ...options, db: { executeSql } })
}

// Never started: it only words the INSERT, which runs on the connection of the transaction.
const sender = new PgBoss({
  db: { executeSql: () => Promise.reject(new Error('jobs are written in a transaction')) },
  schema: JOB_SCHEMA,
})

function plain(value: unknown): unknown {
  if (value instanceof Date || value === null || typeof value !== 'object') return value ?? null
  return JSON.stringify(value)
}
