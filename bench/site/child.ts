import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { holdsWithin } from '@/scripts/processes'
import { onStop } from '@/scripts/shutdown'

/** Runs a file of bench/ in a process of its own, which ends with this one. */
export function startChild(
  file: string,
  args: string[],
  env: Record<string, string>,
): ChildProcess {
  return fork(join(import.meta.dirname, '..', file), args, {
    cwd: resolve(import.meta.dirname, '../..'),
    execArgv: ['--import', 'tsx', '--expose-gc'],
    env: { ...process.env, ...env },
    // What is logged costs what it costs, and nobody reads it.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

export interface Site {
  port: number
  /** The heap of its process in bytes, after everything unused has been collected. */
  heap(): Promise<number>
  /** Milliseconds of processor that its process has taken so far. */
  processor(): Promise<number>
  stop(): Promise<void>
}

/** Starts a site of bench/site and answers when it listens. */
export async function startSite(file: string, args: string[] = []): Promise<Site> {
  const child = startChild(file, args, {})
  const gone = () => child.exitCode !== null || child.signalCode !== null
  const [port] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (gone()) throw new Error(`${file} did not start.`)
  const stop = async () => {
    if (!gone()) child.disconnect()
    if (!(await holdsWithin(10_000, gone))) child.kill('SIGKILL')
  }
  onStop(stop)
  const told = async (what: 'heap' | 'processor'): Promise<number> => {
    child.send(what)
    const [answer] = await once(child, 'message')
    return answer
  }
  return { port, stop, heap: () => told('heap'), processor: () => told('processor') }
}
