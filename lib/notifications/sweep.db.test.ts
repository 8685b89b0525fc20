import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/notifications/jobs'
import { startWorker, type Worker } from '@/lib/notifications/worker'
import { reportListing } from '@/lib/reports/commands'
import { cancelRequest } from '@/lib/requests/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { openMailbox } from '@/lib/testing/mailbox'
import { ask, publishFullRide, statusOf } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'
import { CAST } from '@/prisma/seed/samples/people'

const patience = { timeout: 20_000, interval: 100 }
const AGO = new Date(Date.now() - 60_000)
const mailbox = await openMailbox()
let people: Cast
let worker: Worker

beforeAll(async () => {
  people = await cast()
})

beforeEach(async () => {
  await db.$executeRaw`DELETE FROM jobs.job`
  worker = await startWorker(process.env.DATABASE_URL ?? '')
})

afterEach(() => worker.stop())

const full = () => publishFullRide(people.marta, people.samal, 1)

it('one request that can never be ended stops neither others nor lines nor the search', async () => {
  const stuck = await full()
  await db.capacity.updateMany({ where: { listingId: stuck.listingId }, data: { held: 0 } })
  const { id } = stuck.guest
  const offered = { status: 'offered', line: 'offer', acceptedAt: null, offerEndsAt: AGO } as const
  await db.request.update({ where: { id }, data: { ...offered, expiresAt: AGO } })

  const late = await ask(await publishRide(people.aigul, people.samal))
  await db.request.update({ where: { id: late.id }, data: { expiresAt: new Date() } })
  const paused = await full()
  const waits = await ask(paused.listingId, { line: 'offer' })
  const pauseUntil = (pausedUntil: Date) =>
    db.listing.update({ where: { id: paused.listingId }, data: { pausedUntil } })
  await pauseUntil(new Date(Date.now() + 3_600_000))
  await cancelRequest(paused.guest.asker, paused.guest.id)
  await pauseUntil(AGO)
  const unfound = { listingId: await publishRide(people.aigul, people.samal) }
  await db.listingSearch.delete({ where: unfound })

  await enqueue(db, 'sweep', {})
  await vi.waitFor(async () => {
    const [job] = await db.$queryRaw<{ state: string; output: unknown }[]>`
      SELECT state::text, output FROM jobs.job WHERE name = 'sweep' AND state IN ('retry', 'failed')`
    expect(job).toBeDefined()
  }, patience)
  expect(await statusOf(id)).toBe('offered')
  expect(await statusOf(late.id)).toBe('expired')
  expect(await statusOf(waits.id)).toBe('offered')
  expect(await db.listingSearch.count({ where: unfound })).toBe(1)
}, 60_000)

it('one address that no server takes keeps no moderator waiting, and nobody is told twice', async () => {
  mailbox.refuse(CAST.erzhan.email)
  const listingId = await publishRide(people.marta, people.samal)
  await reportListing('visitor', { listingId, reason: 'unsafe', note: '' }, new Date())
  const called = () => mailbox.mails().filter(({ text }) => text.includes('/staff/reports/'))
  const states = async () => {
    const jobs = await db.$queryRaw<{ state: string }[]>`
      SELECT state::text FROM jobs.job WHERE name = 'report-mail' ORDER BY state`
    return jobs.map(({ state }) => state)
  }
  // The call itself and a mail for each of three, of which one is tried again.
  const once = ['completed', 'completed', 'completed', 'retry']
  await vi.waitFor(async () => expect(await states()).toEqual(once), patience)
  await db.$executeRaw`
    UPDATE jobs.job SET state = 'retry', start_after = now(), completed_on = NULL
    WHERE name = 'report-mail' AND (state = 'retry' OR NOT data ? 'accountId')`
  await vi.waitFor(async () => {
    const [again] = await db.$queryRaw<{ tries: number }[]>`
      SELECT retry_count AS tries FROM jobs.job WHERE name = 'report-mail' AND state = 'retry'`
    expect(again?.tries).toBeGreaterThan(0)
    expect(await states()).toEqual(once)
  }, patience)
  expect(called().map(({ to }) => to)).toEqual(
    expect.arrayContaining([CAST.samal.email, CAST.dana.email]),
  )
  expect(called()).toHaveLength(2)
}, 60_000)
