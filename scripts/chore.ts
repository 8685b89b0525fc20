import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readListen } from '@/lib/env'
import { loadDotEnv } from './environment'
import { joinLocal } from './local'
import { explain, stopAll, stopOnSignals } from './shutdown'

const [name = '', ...args] = process.argv.slice(2)

stopOnSignals()
try {
  loadDotEnv()
  if (!process.env.DATABASE_URL) await joinLocal(readListen(process.env).port)
  // Chores are the operator's: they restore tables and seal anew what the site may only read.
  process.env.DATABASE_URL = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL
  const file = join(import.meta.dirname, 'chores', `${name}.ts`)
  const chore: { default(args: string[]): Promise<void> } = await import(pathToFileURL(file).href)
  await chore.default(args)
  await stopAll(0)
} catch (error) {
  explain(error)
  await stopAll(1)
}
