import PgBoss from 'pg-boss'
import { causeOf } from '@/lib/errors'
import { JOB_NAMES, JOB_SCHEMA, type JobName, type Jobs } from '@/lib/notifications/jobs'
import { mailDecision, mailRequest, mailWaiting } from '@/lib/notifications/mails'
import { mailTruth } from '@/lib/notifications/truth-mail'
import { expireDue } from '@/lib/requests/commands'
import { eraseOldRequests, erasePrivateParts, forgetExpired } from '@/lib/retention/commands'
import { askWhatFades } from '@/lib/truth/commands'

const HANDLERS: { [N in JobName]: (data: Jobs[N]) => Promise<void> } = {
  'decision-mail': mailDecision,
  'waiting-mail': mailWaiting,
  'request-mail': mailRequest,
  'truth-mail': mailTruth,
  sweep: async () => {
    const now = new Date()
    await expireDue(now)
    await askWhatFades(now)
  },
  erase: async () => {
    const now = new Date()
    await forgetExpired(now)
    await erasePrivateParts(now)
    await eraseOldRequests(now)
  },
}

/** Codes live ten minutes, offers of places minutes or hours. */
const EACH_MINUTE = '* * * * *'

export interface Worker {
  /** Lets the running job finish. */
  stop(): Promise<void>
}

/** Makes the tables of the job queue. Called at the start, before anything can write a job. */
export async function prepareJobs(connectionString: string): Promise<void> {
  const boss = new PgBoss({
    connectionString,
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
  })
  await boss.start()
  for (const name of JOB_NAMES) await boss.createQueue(name)
  await boss.stop({ graceful: false, wait: true })
}

/** Works on the jobs until stopped. One job at a time: a failing one repeats alone. */
export async function startWorker(connectionString: string): Promise<Worker> {
  const boss = new PgBoss({ connectionString, schema: JOB_SCHEMA, max: 2 })
  // A job's error is kept with the job; this is only the queue's own connection.
  boss.on('error', (error) => console.error(`jobs: ${error.name}`))
  await boss.start()
  for (const name of JOB_NAMES) await work(boss, name)
  for (const name of ['erase', 'sweep'] as const) {
    await boss.schedule(name, EACH_MINUTE, {}, { tz: 'UTC', retentionMinutes: 60 })
  }
  return { stop: () => boss.stop({ graceful: true, wait: true, timeout: 5_000 }) }
}

async function work<N extends JobName>(boss: PgBoss, name: N): Promise<void> {
  await boss.work<Jobs[N]>(name, { batchSize: 1, pollingIntervalSeconds: 1 }, async ([job]) => {
    if (job) await HANDLERS[name](job.data).catch(failWithoutWords)
  })
}

// What is thrown is kept with the job, and a mail server's answer names the address.
function failWithoutWords(error: unknown): never {
  throw new Error(causeOf(error))
}
