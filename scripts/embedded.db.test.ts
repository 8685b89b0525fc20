import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { scratchFolder } from '@/lib/testing/scratch'
import { findEmbedded, startEmbedded } from './embedded'

const folder = scratchFolder()
afterAll(() => folder.remove())

const module = join(import.meta.dirname, 'embedded.ts')

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another process that has started the database in `dataDir`, and how to reach it. */
async function startElsewhere(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const options = JSON.stringify({ dataDir, durable: true })
  const code = `import { startEmbedded } from ${JSON.stringify(module)}
    console.log((await startEmbedded(${options})).url)`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', code]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = await once(child.stdout, 'data')
  return { child, url: String(url).trim() }
}

test('knows Cyrillic letters, keeps its data and leaves nothing running', async () => {
  const dataDir = join(folder.path, 'kept')
  const first = await startEmbedded({ dataDir, durable: false })
  await query(
    first.url,
    'CREATE EXTENSION pg_trgm; CREATE TABLE word AS SELECT upper($$қала$$) AS w',
  )
  const [like] = await query(first.url, `SELECT similarity('Алматы', 'алматыда') > 0.5 AS close`)
  expect(like).toEqual({ close: true })
  expect(await findEmbedded(dataDir)).toBe(first.url)
  await first.stop()
  expect(await findEmbedded(dataDir)).toBeUndefined()

  const second = await startEmbedded({ dataDir, durable: true })
  expect(await query(second.url, 'SELECT w FROM word')).toEqual([{ w: 'ҚАЛА' }])
  await second.stop()
})

test('a killed owner does not block the next start, a living one does', async () => {
  const dataDir = join(folder.path, 'crashed')
  const { child, url } = await startElsewhere(dataDir)
  await query(url, 'CREATE TABLE survivor AS SELECT 1 AS one')
  await expect(startEmbedded({ dataDir, durable: true })).rejects.toThrow(
    `already in use by process ${child.pid}`,
  )

  child.kill('SIGKILL')
  await once(child, 'exit')
  const next = await startEmbedded({ dataDir, durable: true })
  expect(await query(next.url, 'SELECT one FROM survivor')).toEqual([{ one: 1 }])
  await next.stop()
})

test('a creation that was interrupted is done again', async () => {
  const dataDir = join(folder.path, 'half')
  await (await startEmbedded({ dataDir, durable: false })).stop()
  rmSync(`${dataDir}.ready`)
  const password = readFileSync(`${dataDir}.password`, 'utf8')

  const again = await startEmbedded({ dataDir, durable: false })
  expect(readFileSync(`${dataDir}.password`, 'utf8')).not.toBe(password)
  expect(await query(again.url, 'SELECT current_database() AS name')).toEqual([{ name: 'qadam' }])
  await again.stop()
})
