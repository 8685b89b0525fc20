import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { install } from './install.mjs'
import { seconds } from './progress.mjs'

/*
 * npm test                           everything that must hold
 * npm test -- unit lib/rides         one step, with arguments for its tool
 * npm test -- e2e smoke.spec.ts      the build and the journeys in a browser
 * npm run test:deep                  histories of requests, for hours: docs/histories.md
 * npm run test:deep -- crashes       one of its files
 * npm run test:deep -- fuzz          100,000 random requests alone: docs/security.md
 * npm run test:deep -- browsing      1,000 marks and 1,000 visits: docs/security.md
 *
 * Ends with the line `N passed, N failed`. A tool that crashes counts as one failed, and so does
 * a step that ran no test, or skipped one.
 */

const root = resolve(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'qadam-reports-'))
const [only, ...toolArgs] = process.argv.slice(2)
const total = { passed: 0, failed: 0 }
/** Far above what a step takes: it ends a step that hangs. */
const STEP_MINUTES = 75
const DEEP_MINUTES = 24 * 60
const GRACE_SECONDS = 20

const steps = [
  { name: 'install', run: prepare },
  { name: 'lint', run: () => check('@biomejs/biome/bin/biome', 'check', '--error-on-warnings') },
  { name: 'types', run: checkTypes },
  { name: 'unit', run: runVitest },
  { name: 'e2e', run: runPlaywright },
]
const deep = { name: 'deep', run: runDeep }

/** How much `npm run test:deep` does, unless it is told otherwise. */
const DEEP = {
  QADAM_HISTORIES: 10_000,
  QADAM_CLIENTS: 200,
  QADAM_CROWDS: 20,
  QADAM_LINES: 400,
  QADAM_DEATHS: 20,
}
const DEEP_TESTS = ['histories', 'line-model', 'crashes', 'database-crashes']
const FUZZ = { QADAM_FUZZ: 100_000, QADAM_FUZZ_PATIENCE_MS: 5_000 }
const BROWSING = { QADAM_MARKS: 1_000, QADAM_JOURNEYS: 1_000 }
const BROWSING_SPECS = ['what-goes-in-stays-in', 'a-visit-leaves-counters-alone']

// The settings of whoever calls must not reach a test.
for (const name of [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'SMTP_URL',
  'PUBLIC_URL',
  'NODE_ENV',
  'NODE_OPTIONS',
]) {
  delete process.env[name]
}
Object.assign(process.env, {
  QADAM_DIST_DIR: '.next-test',
  NEXT_TELEMETRY_DISABLED: '1',
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 3).toString('base64'),
})

/** True while there is something that has not been counted yet, so that no way out hides it. */
let unfinished = true
process.once('exit', (code) => {
  if (unfinished) total.failed += 1
  process.exitCode = total.failed > 0 ? 1 : code
  rmSync(reports, { recursive: true, force: true })
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
})

let running
let stopped = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (!stopped) stopRunning()
    stopped = true
  })
}

await main()

async function main() {
  const known = only === deep.name ? [...steps, deep] : steps
  const chosen = known.filter(({ name }) => !only || name === 'install' || name === only)
  if (chosen.length === 1) {
    console.error(`npm test knows ${steps.map(({ name }) => name).join(', ')}, not ${only}.`)
    return
  }
  for (const step of chosen) {
    await perform(step)
    if (stopped) return
  }
  unfinished = false
}

/** Runs one step, adds up what it counted and says how it went. */
async function perform({ name, run }) {
  console.log(`\n▸ ${name}`)
  const began = performance.now()
  const count = await run().catch((error) => {
    console.error(error.message)
    return { passed: 0, failed: 1 }
  })
  total.passed += count.passed
  total.failed += count.failed
  console.log(`${count.failed ? '✗' : '✓'} ${name}: ${seconds(began)}`)
}

/** Ends this process itself when it cannot install. */
async function prepare() {
  await install()
  return { passed: 0, failed: 0 }
}

async function check(tool, ...args) {
  const code = await node(tool, args)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Next writes the types of its routes first; without them a link to nowhere goes unnoticed. */
async function checkTypes() {
  await succeed('next/dist/bin/next', ['typegen'])
  // Without what an earlier check remembered: it misses that the database client was made anew.
  return check('typescript/bin/tsc', '--noEmit', '--incremental', 'false')
}

/** One file after the other, so that what each reports of its speed is true. */
async function runDeep() {
  for (const [name, value] of Object.entries({ ...DEEP, ...FUZZ, ...BROWSING }))
    process.env[name] ??= `${value}`
  process.env.QADAM_SEED ??= String(Date.now() % 2 ** 31)
  console.log(`QADAM_SEED=${process.env.QADAM_SEED} repeats this run.`)
  // What a long run found is said at once, and not looked for again.
  const once = (specs) => runPlaywright([...specs, '--retries=0'], DEEP_MINUTES)
  const fuzz = () => once(['no-request-breaks-it'])
  const browse = () => once(BROWSING_SPECS)
  if (toolArgs[0] === 'fuzz') return fuzz()
  if (toolArgs[0] === 'browsing') return browse()
  const named = DEEP_TESTS.filter((name) => toolArgs.includes(name))
  const others = toolArgs.filter((word) => !named.includes(word))
  const chosen = named.length > 0 ? named : DEEP_TESTS
  const files = chosen.map((name) => `lib/requests/${name}.db.test.ts`)
  toolArgs.splice(0, toolArgs.length, '--project=database', '--no-file-parallelism')
  toolArgs.push(...files, ...others)
  const histories = await runVitest(DEEP_MINUTES)
  if (named.length > 0) return histories
  const [requests, journeys] = [await fuzz(), await browse()]
  return {
    passed: histories.passed + requests.passed + journeys.passed,
    failed: histories.failed + requests.failed + journeys.failed,
  }
}

async function runVitest(minutes = STEP_MINUTES) {
  const report = join(reports, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['run', ...reporters, ...toolArgs]
  const code = await node('vitest/vitest.mjs', args, {}, minutes)
  const { numPassedTests, numFailedTests, testResults, ...rest } = read(report)
  const unloadable = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return judge(code, {
    passed: numPassedTests,
    failed: numFailedTests + unloadable.length,
    skipped: rest.numPendingTests + rest.numTodoTests,
  })
}

async function runPlaywright(args = toolArgs, minutes = STEP_MINUTES) {
  await succeed('next/dist/bin/next', ['build'])
  const report = join(reports, 'playwright.json')
  const config = ['--config=e2e/playwright.config.ts', '--reporter=list,json']
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const code = await node('@playwright/test/cli.js', ['test', ...config, ...args], env, minutes)
  const { stats, errors } = read(report)
  const failed = stats.unexpected + errors.length
  if (stats.flaky > 0) console.error(`${stats.flaky} passed only the second time: see above.`)
  return judge(code, { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped })
}

/** What a run of tests counts for, when the tool's exit code is believed as well. */
function judge(code, { passed, failed, skipped }) {
  if (skipped > 0) console.error(`${skipped} skipped: a test that does not run holds nothing.`)
  if (passed + failed === 0) console.error('No test ran.')
  const silent = failed + skipped === 0 && (code !== 0 || passed === 0)
  return { passed, failed: failed + skipped + (silent ? 1 : 0) }
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    throw new Error('It ended before it could report.')
  }
}

async function succeed(tool, args) {
  if ((await node(tool, args)) !== 0) throw new Error(`${tool} ${args.join(' ')} failed.`)
}

/** Runs a tool of node_modules, in a process group of its own; answers its exit code. */
function node(tool, args, env = {}, minutes = STEP_MINUTES) {
  return new Promise((done, fail) => {
    running = spawn(process.execPath, [join(root, 'node_modules', tool), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    })
    const limit = setTimeout(stopRunning, minutes * 60_000)
    running.once('error', fail)
    running.once('exit', (code) => {
      clearTimeout(limit)
      killGroup(running.pid)
      done(code ?? 1)
    })
  })
}

/** Lets the tool put its things away, then ends whatever is left of it. */
function stopRunning() {
  if (!running) return
  const { pid } = running
  running.kill('SIGINT')
  setTimeout(killGroup, GRACE_SECONDS * 1000, pid).unref()
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody is left.
  }
}
