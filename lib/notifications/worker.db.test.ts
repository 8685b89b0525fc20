import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/notifications/jobs'
import { startWorker, type Worker } from '@/lib/notifications/worker'
import { type Cast, cast } from '@/lib/testing/cast'
import { openMailbox } from '@/lib/testing/mailbox'
import { ask } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'
import { CAST } from '@/prisma/seed/samples/people'

const HOUR_SECONDS = 3_600
const patience = { timeout: 20_000, interval: 100 }
const mailbox = await openMailbox()
const workers: Worker[] = []
let people: Cast
let listingId: string

beforeAll(async () => {
  people = await cast()
  listingId = await publishRide(people.aigul, people.samal, { seats: 20 })
})

beforeEach(async () => {
  await db.$executeRaw`DELETE FROM jobs.job`
})

afterEach(async () => {
  mailbox.setDown(false)
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
})

const atWork = async () => {
  workers.push(await startWorker(process.env.DATABASE_URL ?? ''))
}

interface Standing {
  state: string
  tries: number
  /** Seconds until it is tried again. */
  waits: number
}

const standing = () =>
  db.$queryRaw<Standing[]>`
    SELECT state::text, retry_count AS tries,
      extract(epoch FROM start_after - now())::int AS waits
    FROM jobs.job WHERE name = 'request-mail' ORDER BY id`

describe('a new request', () => {
  it('mails the volunteer within a minute: no name, no message, no place, no date', async () => {
    await atWork()
    const asked = await ask(listingId, { name: 'Ирина', text: 'Ждём вас у шлагбаума' })
    await vi.waitFor(() => expect(mailbox.mails()).toHaveLength(1), patience)
    const [mail] = mailbox.mails()
    expect(mail?.to).toBe(CAST.aigul.email)
    expect(mail?.text).toContain('http://localhost:3000/kk/my/requests')
    const words = `${mail?.subject} ${mail?.text}`
    expect(words).not.toMatch(
      /Ирина|шлагбаум|Сырым|Орал|Уральск|Айгуль|18:40|\d{4}-\d\d-\d\d|000 AAA/,
    )
    for (const id of [asked.id, asked.asker.linkId, asked.token ?? '', listingId]) {
      expect(words).not.toContain(id)
    }
  }, 40_000)

  it('waits behind others no longer than these take', async () => {
    const ride = await publishRide(people.aigul, people.samal, { seats: 20 })
    for (let guest = 0; guest < 15; guest += 1) await ask(ride)
    await atWork()
    const waits = () => db.$queryRaw`
      SELECT 1 FROM jobs.job WHERE name = 'request-mail' AND state <> 'completed'`
    // One a second would take fifteen.
    await vi.waitFor(async () => expect(await waits()).toEqual([]), { ...patience, timeout: 8_000 })
  }, 40_000)
})

describe('a mail server that is dead for more than an hour', () => {
  it('delays mails, loses none and gets each once', async () => {
    mailbox.setDown(true)
    const before = mailbox.mails().length
    const ids = [await ask(listingId), await ask(listingId)]
    await atWork()
    let dead = 0
    for (let tries = 0; dead <= HOUR_SECONDS; tries += 1) {
      const failed = ids.map(() => ({ state: 'retry', tries }))
      await vi.waitFor(async () => expect(await standing()).toMatchObject(failed), patience)
      dead += Math.min(...(await standing()).map(({ waits }) => waits))
      // The clock moves on to the next attempt.
      await db.$executeRaw`UPDATE jobs.job SET start_after = now() WHERE state = 'retry'`
    }
    mailbox.setDown(false)
    const done = ids.map(() => ({ state: 'completed' }))
    await vi.waitFor(async () => {
      await db.$executeRaw`UPDATE jobs.job SET start_after = now() WHERE state = 'retry'`
      expect(await standing()).toMatchObject(done)
    }, patience)
    expect(mailbox.mails()).toHaveLength(before + ids.length)
  }, 120_000)
})

describe('two workers at once', () => {
  it('give each job to one of them', async () => {
    await Promise.all([atWork(), atWork()])
    const before = mailbox.mails().length
    for (let n = 0; n < 6; n += 1) await ask(listingId)
    await vi.waitFor(
      async () =>
        expect((await standing()).map(({ state }) => state)).toEqual(Array(6).fill('completed')),
      patience,
    )
    expect(mailbox.mails()).toHaveLength(before + 6)
  }, 60_000)

  it('sweep at once: what is over ends once, and nothing fails', async () => {
    const { id, asker } = await ask(listingId)
    await db.request.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } })
    await Promise.all([atWork(), atWork()])
    for (let n = 0; n < 4; n += 1) await enqueue(db, 'sweep', {})
    for (let n = 0; n < 4; n += 1) await enqueue(db, 'erase', {})
    await vi.waitFor(async () => {
      const [left] = await db.$queryRaw<{ left: number }[]>`
        SELECT count(*)::int AS left FROM jobs.job
        WHERE name IN ('sweep', 'erase') AND state <> 'completed'`
      expect(left).toEqual({ left: 0 })
    }, patience)
    const ended = await db.request.findUniqueOrThrow({ where: { id } })
    expect(ended).toMatchObject({ status: 'expired', version: 2 })
    const link = await db.privateLink.findUniqueOrThrow({ where: { id: asker.linkId } })
    expect(link.openRequests).toBe(0)
  }, 60_000)
})
