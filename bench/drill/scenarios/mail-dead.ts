import { readdirSync, readFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Mail, startMailbox } from '@/scripts/mailbox'
import { Asker } from '../asks'
import { startSite } from '../site'
import type { Scenario, World } from '../world'

const REQUESTS = 12
const AN_HOUR_SECONDS = 3_600

/** The mail server turns everybody away for an hour, of which the drill skips the waiting. */
const mailDead: Scenario = async (world) => {
  const { postgres, settings, logs, rides, folder } = world
  const server = await mailServer(join(folder, 'mail'))
  await postgres.query(`DELETE FROM jobs.job WHERE name LIKE '%-mail'`)
  // Else the site asks thousands of authors meanwhile whether their listings are still true.
  await postgres.query('UPDATE listing SET confirmed_at = now()')
  const site = await startSite({ ...settings, SMTP_URL: server.url }, logs)
  const asker = new Asker(site.url, rides.slice(0, 200))
  await asker.learn()
  for (let n = 0; n < REQUESTS; n += 1) await asker.send()
  const acknowledged = asker.asked.asks.filter((ask) => ask.acknowledged).length
  const planned = await mailJobs(world)

  const waits: number[] = []
  let passed = 0
  while (passed < AN_HOUR_SECONDS) {
    const next = await untilAllWait(world, waits.length + 1)
    waits.push(next)
    passed += next
    // The clock of the queue is moved instead of ours: the next try is due now.
    await postgres.query(
      `UPDATE jobs.job SET start_after = now() WHERE name LIKE '%-mail' AND state = 'retry'`,
    )
  }
  const during = server.mails().length
  server.setDown(false)
  await postgres.query(
    `UPDATE jobs.job SET start_after = now() WHERE name LIKE '%-mail' AND state = 'retry'`,
  )
  const ended = await untilAllDone(world)
  const lived = site.deaths() === 0
  await site.stop()
  const arrived = server.mails()
  // One mail to a volunteer reads like the next: they are told apart by how many were planned.
  const twice = Math.max(0, arrived.length - planned)
  await server.close()
  return {
    expected:
      'requests are taken meanwhile; every mail arrives once when the server is back, none is lost',
    seen: `${acknowledged} of ${REQUESTS} requests taken; ${planned} mails planned, ${during} sent in an hour of refusals; tried again after ${waits.join(', ')} s; then ${arrived.length} arrived, ${twice} twice, ${ended.failed} failed for good`,
    holds:
      acknowledged === REQUESTS &&
      during === 0 &&
      arrived.length === planned &&
      twice === 0 &&
      ended.failed === 0 &&
      lived,
    figures: { acknowledged, planned, waits, arrived: arrived.length, twice, ...ended },
  }
}

async function mailJobs({ postgres }: World): Promise<number> {
  const [row] = await postgres.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM jobs.job WHERE name LIKE '%-mail'`,
  )
  return row?.count ?? 0
}

/** Waits until every mail has failed so many times; answers the seconds to the next try. */
async function untilAllWait({ postgres }: World, tries: number): Promise<number> {
  for (;;) {
    const [row] = await postgres.query<{ left: number; wait: number }>(
      `SELECT count(*) FILTER (WHERE state <> 'retry' OR retry_count < $1 - 1)::int AS left,
         coalesce(round(max(extract(epoch FROM start_after - now()))), 0)::int AS wait
       FROM jobs.job WHERE name LIKE '%-mail'`,
      [tries],
    )
    if (row && row.left === 0 && row.wait > 0) return row.wait
    await pause(100)
  }
}

async function untilAllDone({ postgres }: World): Promise<{ completed: number; failed: number }> {
  for (;;) {
    const [row] = await postgres.query<{ left: number; completed: number; failed: number }>(
      `SELECT count(*) FILTER (WHERE state < 'completed')::int AS left,
         count(*) FILTER (WHERE state = 'completed')::int AS completed,
         count(*) FILTER (WHERE state = 'failed')::int AS failed
       FROM jobs.job WHERE name LIKE '%-mail'`,
    )
    if (row?.left === 0) return { completed: row.completed, failed: row.failed }
    await pause(200)
  }
}

/** A real mail server behind a door that turns everybody away at first. */
async function mailServer(dir: string) {
  const mailbox = await startMailbox({ dir })
  let isDown = true
  const door = createServer((caller) => {
    caller.on('error', () => {})
    if (isDown) return caller.end('421 not today\r\n')
    const inside = connect(Number(new URL(mailbox.smtpUrl).port), '127.0.0.1')
    inside.on('error', () => caller.destroy())
    return caller.pipe(inside).pipe(caller)
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(door.address() as AddressInfo).port}`,
    mails: (): Mail[] =>
      readdirSync(dir)
        .filter((name) => name.endsWith('.json'))
        .map((name) => JSON.parse(readFileSync(join(dir, name), 'utf8'))),
    setDown(down: boolean) {
      isDown = down
    },
    async close() {
      door.close()
      await mailbox.close()
    },
  }
}

export default mailDead
