import PgBoss from 'pg-boss'
import { carryOut, carryOutDue } from '@/lib/desk/commands'
import { causeOf } from '@/lib/errors'
import { writeDayFigures } from '@/lib/figures/commands'
import { advanceIdleLines } from '@/lib/holds/commands'
import { goOnWithImport } from '@/lib/imports/commands'
import { inTurn } from '@/lib/in-turn'
import {
  FAILED_DAYS,
  JOB_NAMES,
  JOB_SCHEMA,
  type JobName,
  type Jobs,
} from '@/lib/notifications/jobs'
import { mailDecision, mailReport, mailRequest, mailWaiting } from '@/lib/notifications/mails'
import { openQueue } from '@/lib/notifications/queue'
import { mailLifted, mailSuspension } from '@/lib/notifications/suspension-mails'
import { mailTruth } from '@/lib/notifications/truth-mail'
import { expireDue } from '@/lib/requests/commands'
import { eraseWhatIsOver } from '@/lib/retention/commands'
import { indexStale } from '@/lib/search/commands'
import { writeEmptySearches } from '@/lib/search/empty'
import { askWhatFades } from '@/lib/truth/commands'

const HANDLERS: { [N in JobName]: (data: Jobs[N]) => Promise<void> } = {
  'decision-mail': mailDecision,
  'held-decision': ({ heldId }) => carryOut(heldId, new Date()),
  'waiting-mail': mailWaiting,
  'request-mail': mailRequest,
  'report-mail': mailReport,
  'suspension-mail': mailSuspension,
  'lifted-mail': mailLifted,
  'truth-mail': mailTruth,
  'centre-import': goOnWithImport,
  sweep: () => sweep(new Date()),
  erase: () => eraseWhatIsOver(new Date()),
}

// What one request or listing makes fail, minute after minute, must not stop everything else.
function sweep(now: Date): Promise<void> {
  const parts = [
    carryOutDue,
    expireDue,
    advanceIdleLines,
    askWhatFades,
    writeEmptySearches,
    writeDayFigures,
    indexStale,
  ]
  return inTurn(parts, (part) => part(now))
}

/** The queue in which pg-boss puts what is due; a worker may not make tables. */
const CLOCK = '__pgboss__send-it'
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
  for (const name of [...JOB_NAMES, CLOCK]) await boss.createQueue(name)
  await boss.stop({ graceful: false, wait: true })
}

/**
 * Works on the jobs until stopped. One job of a kind at a time: a failing one repeats alone. Any
 * number of workers may run at once: each job is given to one of them.
 */
export async function startWorker(connectionString: string): Promise<Worker> {
  const queue = openQueue(connectionString)
  const boss = new PgBoss({
    db: queue,
    schema: JOB_SCHEMA,
    archiveFailedAfterSeconds: FAILED_DAYS * 86_400,
  })
  // A job's error is kept with the job; this is only the queue's own connection.
  boss.on('error', (error) => {
    console.error(JSON.stringify({ time: new Date().toISOString(), jobs: causeOf(error) }))
  })
  await boss.start()
  for (const name of JOB_NAMES) await work(boss, name)
  for (const name of ['erase', 'sweep'] as const) {
    await boss.schedule(name, EACH_MINUTE, {}, { tz: 'UTC', retentionMinutes: 60 })
  }
  return {
    async stop() {
      await boss.stop({ graceful: true, wait: true, timeout: 5_000 })
      await queue.close()
    },
  }
}

async function work<N extends JobName>(boss: PgBoss, name: N): Promise<void> {
  let worker = ''
  const options = { batchSize: 1, pollingIntervalSeconds: 1 }
  worker = await boss.work<Jobs[N]>(name, options, async ([job]) => {
    if (!job) return
    // The next is fetched at once: else each second carries one mail, and sixty moderators wait a minute.
    boss.notifyWorker(worker)
    await HANDLERS[name](job.data).catch(failWithoutWords)
  })
}

// What is thrown is kept with the job, and a mail server's answer names the address.
function failWithoutWords(error: unknown): never {
  throw new Error(causeOf(error))
}
