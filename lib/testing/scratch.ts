import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOM = 1024 ** 3

/**
 * A new folder for the database of a test run, removed at the latest with this process. In memory where a gigabyte
 * is free, because a copied database takes 14 ms there and 250 ms on disk; containers often
 * have 64 MB. Open to the user that PostgreSQL runs as.
 */
export function scratchFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(hasRoom('/dev/shm') ? '/dev/shm' : tmpdir(), 'qadam-test-'))
  chmodSync(path, 0o755)
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 5 })
  process.once('exit', remove)
  return { path, remove }
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > ROOM
  } catch {
    return false
  }
}
