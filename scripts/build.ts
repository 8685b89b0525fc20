import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import nextConfig from '@/next.config.js'

const root = join(import.meta.dirname, '..')

const SOURCES = [
  'app',
  'components',
  'lib',
  'messages',
  'public',
  'server',
  'prisma/schema.prisma',
  'package-lock.json',
  'next.config.js',
  'postcss.config.js',
  'tsconfig.json',
]

/** Whether the last finished build came from these very sources and this server-action key. */
export function isBuilt(): boolean {
  return existsSync(stamp()) && readFileSync(stamp(), 'utf8') === fingerprint()
}

/**
 * Builds the pages for production. Throws an Error with the build's own output when it fails.
 * The build ends with this process: a killed start leaves none behind to hold Next's lock.
 */
export async function build(signal: AbortSignal): Promise<void> {
  const wanted = fingerprint()
  rmSync(stamp(), { force: true })
  const guard = './scripts/end-with-parent.mjs'
  const next = 'node_modules/next/dist/bin/next'
  const child = spawn(process.execPath, ['--import', guard, next, 'build'], {
    cwd: root,
    signal,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  child.stderr?.on('data', (chunk) => {
    output += chunk
  })
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`The build failed:\n${output.trim()}`)
  writeFileSync(stamp(), wanted)
}

const stamp = () => join(root, nextConfig.distDir, 'qadam-build')

/** Next salts the ids of server actions with the key, so a new key needs a new build. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '')
  for (const source of SOURCES.filter((path) => existsSync(join(root, path)))) {
    for (const file of filesIn(source)) hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}
