import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { commandOf, freePort, holdsWithin } from '@/scripts/processes'

const PROGRAMS = '/usr/lib/postgresql/15/bin'

/**
 * Starts Debian's PostgreSQL 15 in a new folder, as the user who owns the folder `18` beside it.
 * Undefined when it is not installed; QADAM_TEST_PG15=1 turns that into an error.
 */
export async function startPostgres15(
  dataDir: string,
): Promise<{ url: string; stop(): Promise<void> } | undefined> {
  if (!existsSync(PROGRAMS)) {
    if (process.env.QADAM_TEST_PG15 === '1') throw new Error(`No PostgreSQL 15 in ${PROGRAMS}`)
    return
  }
  mkdirSync(dataDir, { mode: 0o700 })
  const { uid, gid } = statSync(join(dirname(dataDir), '18'))
  chownSync(dataDir, uid, gid)
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(PROGRAMS, program), ['-D', dataDir, ...args], {
      uid,
      gid,
      cwd: dataDir,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  const port = await freePort()
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  run('initdb', '--username=postgres', '--auth=trust', '--no-sync', '--locale=C.UTF-8')
  run('pg_ctl', '-w', '-s', '-l', join(dataDir, 'log'), '-o', options, 'start')
  const pid = Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0])
  const kill = () => process.kill(pid, 'SIGQUIT')
  process.once('exit', kill)
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off('exit', kill)
      kill()
      await holdsWithin(10_000, () => commandOf(pid) === '')
    },
  }
}
