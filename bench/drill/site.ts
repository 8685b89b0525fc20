import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@/scripts/processes'

const root = resolve(import.meta.dirname, '../..')

/** One process of Qadam, as `npm start` runs it with a database of the operator's own. */
export interface Site {
  url: string
  port: number
  isAlive(): boolean
  /** How often it has ended without being told to. */
  deaths(): number
  kill(): Promise<void>
  /** SIGTERM; answers its exit code. */
  stop(): Promise<number | null>
  start(): Promise<void>
}

/** Starts one and resolves when it is ready. Its words go to a file in `logs`. */
export async function startSite(
  settings: Record<string, string>,
  logs: string,
  given?: number,
): Promise<Site> {
  const port = given ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const log = openSync(join(logs, `site-${port}.log`), 'a')
  let child: ChildProcess
  let told = false
  let deaths = 0

  const site: Site = {
    url,
    port,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    deaths: () => deaths,
    async kill() {
      told = true
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
    async stop() {
      told = true
      if (!site.isAlive()) return child.exitCode
      child.kill('SIGTERM')
      const [code] = await once(child, 'exit')
      return code
    },
    async start() {
      told = false
      child = spawn(process.execPath, ['--import', 'tsx', 'scripts/run.ts'], {
        cwd: root,
        env: {
          ...process.env,
          PUBLIC_URL: url,
          ...settings,
          PORT: String(port),
          HOST: '127.0.0.1',
        },
        // It ends with us: its channel closes.
        stdio: ['ignore', log, log, 'ipc'],
      })
      child.once('exit', () => {
        if (!told) deaths += 1
      })
      await untilReady()
    },
  }
  await site.start()
  return site

  async function untilReady(): Promise<void> {
    for (const end = Date.now() + 600_000; ; await pause(50)) {
      const answer = await fetch(`${url}/api/health/ready`).catch(() => null)
      if (answer?.status === 200) return
      if (!site.isAlive() || Date.now() > end) {
        throw new Error(`The site did not start: see ${join(logs, `site-${port}.log`)}`)
      }
    }
  }
}
