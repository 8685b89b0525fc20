import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { holdsWithin } from '@/scripts/processes'

const root = resolve(import.meta.dirname, '../..')
const logs = join(root, 'test-results')

/** A running Qadam and the settings it runs with: PUBLIC_URL, DATABASE_URL, MAILBOX_DIR … */
export interface App {
  settings: Record<string, string>
  /** Where its words go. */
  logFile: string
  stop(): Promise<void>
}

/** With the samples and the mailbox page, or as with a DATABASE_URL of the operator's own. */
export type Mode = 'embedded' | 'operated'

/** `pages`: whether public pages are made anew for everyone, or kept two seconds (server/). */
interface Launch {
  name?: string
  settings?: Record<string, string>
  pages?: 'anew' | 'keep'
}

/**
 * Starts a build, usually that in .next-test, with a new database and mailbox on free loopback ports. The
 * caller stops it; it also ends when this process does. Its words go to test-results/app-*.log, by
 * `name`. Of `settings` QADAM_UNDO_SECONDS alone can be given.
 */
export async function launchApp(
  mode: Mode = 'embedded',
  dist = '.next-test',
  { name = mode, settings = {}, pages = 'anew' }: Launch = {},
): Promise<App> {
  mkdirSync(logs, { recursive: true })
  const logFile = join(logs, `app-${name}.log`)
  const log = openSync(logFile, 'a')
  const child = fork(join(import.meta.dirname, 'app.ts'), [mode, pages], {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...settings, NODE_ENV: 'production', QADAM_DIST_DIR: dist },
    stdio: ['ignore', log, log, 'ipc'],
  })
  const gone = () => child.exitCode !== null || child.signalCode !== null
  const [running] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (gone()) throw new Error(`The app did not start: see ${logFile}`)
  return {
    settings: running,
    logFile,
    async stop() {
      child.disconnect()
      if (await holdsWithin(10_000, gone)) return
      child.kill('SIGKILL')
    },
  }
}
