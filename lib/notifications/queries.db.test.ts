import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { Forbidden } from '@/lib/errors'
import { retryJob } from '@/lib/notifications/commands'
import { enqueue, type JobName } from '@/lib/notifications/jobs'
import { countFailedJobs, listJobs } from '@/lib/notifications/queries'
import { listStaffLog } from '@/lib/staff-log/queries'
import { type Cast, cast } from '@/lib/testing/cast'

const REQUEST = '00000000-0000-4000-8000-000000000001'
let people: Cast

beforeAll(async () => {
  people = await cast()
})

beforeEach(async () => {
  await db.$executeRaw`DELETE FROM jobs.job`
})

/** A job as the queue leaves it in this state; answers its id. */
async function plan(state: string, name: JobName = 'request-mail'): Promise<string> {
  await enqueue(db, 'request-mail', { requestId: REQUEST })
  const [job] = await db.$queryRaw<{ id: string }[]>`
    UPDATE jobs.job SET name = ${name}, state = ${state}::jobs.job_state, retry_count = 12,
      started_on = now(), completed_on = CASE WHEN ${state} = 'failed' THEN now() - interval '8 days' END,
      keep_until = now() - interval '1 day',
      output = '{"message": "Error | ESOCKET | at aigul@example.org", "stack": "aigul@example.org"}'
    WHERE state = 'created' RETURNING id::text`
  return job?.id ?? ''
}

const stateOf = async (id: string) => {
  const [job] = await db.$queryRaw<{ state: string }[]>`
    SELECT state::text FROM jobs.job WHERE id = ${id}::uuid`
  return job?.state
}

describe('the background work', () => {
  it('is counted by kind and state, every kind named', async () => {
    for (const state of ['completed', 'active', 'retry', 'failed', 'failed']) await plan(state)
    await plan('failed', 'truth-mail')
    await enqueue(db, 'request-mail', { requestId: REQUEST })
    const { counts } = await listJobs(people.samal)
    const numbers = Object.fromEntries(counts.map(({ name, ...rest }) => [name, rest]))
    expect(numbers['request-mail']).toEqual({ waiting: 2, retrying: 1, failed: 2 })
    expect(numbers['truth-mail']).toEqual({ waiting: 0, retrying: 0, failed: 1 })
    expect(numbers.erase).toEqual({ waiting: 0, retrying: 0, failed: 0 })
    expect(await countFailedJobs(people.samal)).toBe(3)
  })

  it('shows of a failure when, how often and the class of the error, nothing else', async () => {
    const id = await plan('failed')
    const { failed } = await listJobs(people.dana)
    expect(failed).toEqual([
      {
        id,
        name: 'request-mail',
        failedAt: expect.any(Date),
        attempts: 13,
        cause: 'Error ESOCKET',
      },
    ])
    expect(JSON.stringify(failed)).not.toContain('example.org')
  })

  it('tells since when a due job waits for a worker', async () => {
    const soon = new Date(Date.now() + 60_000)
    await enqueue(db, 'request-mail', { requestId: REQUEST }, { startAfter: soon })
    expect((await listJobs(people.samal)).dueSince).toBeNull()
    await enqueue(db, 'request-mail', { requestId: REQUEST })
    expect((await listJobs(people.samal)).dueSince?.getTime()).toBeLessThanOrEqual(Date.now())
  })

  it('is not for volunteers', async () => {
    await expect(listJobs(people.marta)).rejects.toThrow(Forbidden)
    await expect(countFailedJobs(people.anna)).rejects.toThrow(Forbidden)
  })
})

describe('trying again', () => {
  it('stands in the log once, whoever clicked how often', async () => {
    const id = await plan('failed')
    const job = { name: 'request-mail', id } as const
    await Promise.all([retryJob(people.dana, job), retryJob(people.dana, job)])
    const { entries } = await listStaffLog(people.dana, { subject: 'job', about: id })
    expect(entries).toMatchObject([{ actor: { name: 'Дана' } }])
  })

  it('plans what failed once more, however often it is clicked, and nothing else', async () => {
    const [id, done, other] = [await plan('failed'), await plan('completed'), await plan('failed')]
    const job = { name: 'request-mail', id } as const
    await Promise.all([retryJob(people.dana, job), retryJob(people.dana, job)])
    await retryJob(people.dana, { name: 'request-mail', id: done })
    expect([await stateOf(id), await stateOf(done), await stateOf(other)]).toEqual([
      'retry',
      'completed',
      'failed',
    ])
    const [left] = await db.$queryRaw<{ tries: number; isKept: boolean }[]>`
      SELECT retry_limit - retry_count AS tries, keep_until > now() AND completed_on IS NULL AS "isKept"
      FROM jobs.job WHERE id = ${id}::uuid`
    expect(left).toEqual({ tries: 1, isKept: true })
  })

  it('is for admins alone', async () => {
    const id = await plan('failed')
    await expect(retryJob(people.samal, { name: 'request-mail', id })).rejects.toThrow(Forbidden)
    expect(await stateOf(id)).toBe('failed')
  })
})
