import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { findHome, type Home } from './embedded-home'
import { commandOf, freePort, holdsWithin } from './processes'

/** A running embedded database. `moved` names its folder when that is not the one asked for. */
export type Embedded = { url: string; port: number; moved?: string; stop(): Promise<void> }

/** Who started a database: the number alone may have passed to another process. */
type Owner = { pid: number; command: string }

/**
 * Starts PostgreSQL from npm with the database `qadam` in `dataDir`, creating it when missing,
 * on a free port of 127.0.0.1. `durable: false` trades safety against power loss for speed (tests).
 * What a crash left behind is cleared first. Throws an Error with a plain sentence when another
 * living process of ours holds the folder or PostgreSQL does not come up.
 */
export async function startEmbedded(options: {
  dataDir: string
  durable: boolean
}): Promise<Embedded> {
  const home = await findHome(options.dataDir)
  refuseLivingOwner(home)
  await stopLeftover(home)
  const fresh = !isReady(home)
  if (fresh) await initialise(home, options.durable)
  const { child, port } = await launch(home, options.durable)
  const owner: Owner = { pid: process.pid, command: commandOf(process.pid) }
  writeFileSync(home.ownerFile, JSON.stringify(owner))
  if (fresh) await createDatabase(home, port)

  return {
    url: urlOf(home, port, 'qadam'),
    port,
    moved: home.moved ? home.dataDir : undefined,
    async stop() {
      await stop(child)
      rmSync(home.ownerFile, { force: true })
    },
  }
}

/** The address of the embedded database that runs in `dataDir` now, started by whichever process. */
export async function findEmbedded(dataDir: string): Promise<string | undefined> {
  const home = await findHome(dataDir)
  const running = readPostmaster(home)
  return running?.ready ? urlOf(home, running.port, 'qadam') : undefined
}

function refuseLivingOwner(home: Home): void {
  const owner = readOwner(home)
  if (!owner?.command || owner.pid === process.pid || commandOf(owner.pid) !== owner.command) return
  throw new Error(
    `The database in ${home.dataDir} is already in use by process ${owner.pid}. Stop that process first.`,
  )
}

function readOwner(home: Home): Owner | undefined {
  try {
    return JSON.parse(readFileSync(home.ownerFile, 'utf8'))
  } catch {
    // Missing, or cut short by a crash: then nobody can claim the folder.
    return
  }
}

async function stopLeftover(home: Home): Promise<void> {
  const left = readPostmaster(home)
  if (!left) return
  process.kill(left.pid, 'SIGINT')
  if (await holdsWithin(20_000, () => commandOf(left.pid) === '')) return
  throw new Error(`An earlier PostgreSQL (process ${left.pid}) in ${home.dataDir} does not stop.`)
}

/** The PostgreSQL that runs in this folder; a process that only inherited the number does not count. */
function readPostmaster(home: Home): { pid: number; port: number; ready: boolean } | undefined {
  const file = join(home.dataDir, 'postmaster.pid')
  if (!existsSync(file)) return
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!commandOf(pid).includes(`-D ${home.dataDir}`)) return
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

async function initialise(home: Home, durable: boolean): Promise<void> {
  rmSync(home.readyFile, { force: true })
  rmSync(home.dataDir, { recursive: true, force: true })
  mkdirSync(home.dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(home.passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  const { uid, gid } = home.identity
  if (uid !== undefined && gid !== undefined) {
    for (const path of [home.dataDir, home.passwordFile]) chownSync(path, uid, gid)
  }
  const flags = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${home.passwordFile}`]
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const sync = durable ? [] : ['--no-sync']
  const args = ['-D', home.dataDir, ...flags, ...locale, '--locale=C', ...sync]
  // pg_trgm asks the C library what a letter is: with the locale C, Cyrillic words have no trigrams.
  for (const ctype of ['C.UTF-8', 'en_US.UTF-8']) {
    if (await initdb(home, [...args, `--lc-ctype=${ctype}`])) return
  }
  if (await initdb(home, args)) return
  throw new Error(`The database in ${home.dataDir} could not be created: see ${home.logFile}`)
}

async function initdb(home: Home, args: string[]): Promise<boolean> {
  try {
    const run = promisify(execFile)(home.initdb, args, { ...home.identity, cwd: home.dataDir })
    endWithUs(run.child, 'SIGTERM')
    await run
    return true
  } catch (error) {
    writeFileSync(home.logFile, String(error))
    return false
  }
}

async function launch(
  home: Home,
  durable: boolean,
  attempts = 3,
): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']),
  ]
  const log = openSync(home.logFile, 'w')
  const child = spawn(
    home.postgres,
    ['-D', home.dataDir, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    // A group of its own: Ctrl-C must reach the web server first.
    { ...home.identity, cwd: home.dataDir, detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  endWithUs(child, 'SIGINT')
  let over = false
  for (const event of ['exit', 'error']) {
    child.once(event, () => {
      over = true
    })
  }
  await holdsWithin(60_000, () => over || readPostmaster(home)?.ready === true)
  if (!over) return { child, port }
  const words = readFileSync(home.logFile, 'utf8').trim()
  if (attempts > 1 && words.includes('could not bind')) return launch(home, durable, attempts - 1)
  throw new Error(`PostgreSQL did not start in ${home.dataDir}:\n${words.slice(-600)}`)
}

/** Whatever ends this process, short of kill -9, ends the child too. */
function endWithUs(child: ChildProcess, signal: NodeJS.Signals): void {
  const end = () => child.kill(signal)
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
}

async function createDatabase(home: Home, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(home, port, 'postgres') })
  await client.connect()
  await client.query('CREATE DATABASE qadam')
  await client.end()
  writeFileSync(home.readyFile, '')
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = () => child.exitCode !== null || child.signalCode !== null
  child.kill('SIGINT')
  if (await holdsWithin(15_000, gone)) return
  child.kill('SIGQUIT')
  await holdsWithin(5_000, gone)
}

/** The ready file is written last: without it the folder is an attempt that was interrupted. */
function isReady(home: Home): boolean {
  return existsSync(home.readyFile) && existsSync(join(home.dataDir, 'PG_VERSION'))
}

function urlOf(home: Home, port: number, database: string): string {
  const password = readFileSync(home.passwordFile, 'utf8')
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
}
