import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { decide } from '@/lib/moderation/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { openMailbox } from '@/lib/testing/mailbox'
import { offerRide } from '@/lib/testing/rides'

const root = join(import.meta.dirname, '..')
const patience = { timeout: 20_000, interval: 100 }
const mailbox = await openMailbox()
const children: ChildProcess[] = []
let people: Cast

beforeAll(async () => {
  people = await cast()
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Starts `npm run worker` without npm, on the database and the mail server of this file. */
function launchWorker(settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/worker.ts'], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      words += chunk
    })
  }
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return { child, ended, words: () => words }
}

/** Plans so many mails, each about a listing of its own; answers those listings. */
async function planMails(count: number): Promise<string[]> {
  await db.$executeRaw`DELETE FROM jobs.job`
  const listings: string[] = []
  for (let n = 0; n < count; n += 1) {
    const listingId = await offerRide(people.aigul)
    await decide(people.samal, {
      listingId,
      version: 1,
      action: 'approve',
      reason: 'fine',
      note: '',
    })
    listings.push(listingId)
  }
  return listings
}

const mailsAbout = (listingId: string) =>
  mailbox.mails().filter(({ text }) => text.includes(listingId)).length
const states = async () =>
  await db.$queryRaw<{ state: string; count: number }[]>`
    SELECT state::text, count(*)::int AS count FROM jobs.job
    WHERE name = 'decision-mail' GROUP BY state`

it('SIGTERM lets the running job finish, then ends the process', async () => {
  const [listingId = ''] = await planMails(1)
  mailbox.setBusy(true)
  const { child, ended, words } = launchWorker()
  await vi.waitFor(() => expect(mailbox.waiting()).toBe(1), patience)
  expect(words()).toContain('The worker is ready')
  child.kill('SIGTERM')
  mailbox.setBusy(false)
  expect(await ended).toBe(0)
  expect(mailsAbout(listingId)).toBe(1)
  expect(await states()).toEqual([{ state: 'completed', count: 1 }])
}, 60_000)

it('two at once send each mail once', async () => {
  const listings = await planMails(12)
  const workers = [launchWorker(), launchWorker()]
  await vi.waitFor(
    async () => expect(await states()).toEqual([{ state: 'completed', count: 12 }]),
    { ...patience, timeout: 40_000 },
  )
  for (const { child, ended } of workers) {
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  }
  expect(listings.map(mailsAbout)).toEqual(listings.map(() => 1))
}, 90_000)

it.each([
  ['without a database of its own', { DATABASE_URL: '' }, /^npm run worker needs a DATABASE_URL\./],
  ['with a wrong setting', { QADAM_WORKER: 'apart' }, /QADAM_WORKER: expected separate/],
])('says what is missing: %s', async (_case, settings, sentence) => {
  const { ended, words } = launchWorker(settings)
  expect(await ended).toBe(1)
  expect(words().trim()).toMatch(sentence)
  expect(words()).not.toMatch(/ {4}at /)
})
