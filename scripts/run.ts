import { readDrain, readListen, readPatience, readSettings } from '@/lib/env'
import { build, isBuilt } from './build'
import { reachDatabase } from './database'
import { loadDotEnv } from './environment'
import { startLocal } from './local'
import { isPortFree } from './processes'
import { seconds, step } from './progress.mjs'
import { explain, onStop, stopAll, stopOnSignals, stopping } from './shutdown'

type Person = { email: string; name: string; role: string }

const began = performance.now()
const dev = process.argv.includes('--dev')

stopOnSignals()
try {
  await start()
} catch (error) {
  // After Ctrl-C whatever was under way fails; the process is ending already.
  if (!stopping.signal.aborted) {
    explain(error)
    await stopAll(1)
  }
}

async function start(): Promise<void> {
  loadDotEnv()
  const ownDatabase = process.env.DATABASE_URL
  const { port, hostname } = readListen(process.env)
  readDrain(process.env)
  readPatience(process.env)
  await checkAddress(hostname, port, !ownDatabase)
  // Only the embedded database switches samples and mailbox on, never a setting left behind.
  delete process.env.QADAM_EMBEDDED
  if (ownDatabase) await step('Database', () => reachDatabase(ownDatabase))
  else await startLocal(port)

  const { databaseUrl, ownerUrl, publicUrl } = readSettings(process.env)
  const { prepareDatabase } = await import('./prepare')
  await step('Migrations', () => prepareDatabase(databaseUrl, ownerUrl))
  // From here on nobody needs it.
  delete process.env.DATABASE_OWNER_URL
  const filling = ownDatabase ? 'Places' : 'Places and samples'
  const people = await step(filling, () => fill(!ownDatabase))
  if (!dev && !isBuilt()) await step('Building the pages', () => build(stopping.signal))
  await step('Web server', () => open(port, hostname, !!ownDatabase))
  greet(publicUrl, ownDatabase ? undefined : people)
}

async function checkAddress(hostname: string, port: number, samples: boolean): Promise<void> {
  if (samples && !['127.0.0.1', '::1', 'localhost'].includes(hostname)) {
    throw new Error(
      `HOST is ${hostname}, but sample people may only be reached from this computer: set DATABASE_URL, or leave HOST out.`,
    )
  }
  if (await isPortFree(port, hostname)) return
  throw new Error(
    `Port ${port} is in use. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`,
  )
}

/** Places everywhere, samples only where they are wanted; answers who can sign in. */
async function fill(samples: boolean): Promise<Person[]> {
  const { db } = await import('@/lib/db')
  onStop(() => db.$disconnect())
  const { seed } = await import('@/prisma/seed/seed')
  return seed({ samples })
}

/** Only a site that is really run keeps pages: who tries it out looks for what they just published. */
async function open(port: number, hostname: string, keep: boolean): Promise<void> {
  const { serve } = await import('./serve')
  const site = await serve({ port, hostname, dev, keep })
  onStop(site.close)
}

function greet(address: string, people: Person[] | undefined): void {
  console.log(`\nQadam runs at ${address}, ready in ${seconds(began)}. Ctrl-C stops it.`)
  if (!people) return
  console.log('\nSign in as one of the sample people:')
  for (const { email, name, role } of people) console.log(`  ${email.padEnd(30)} ${name}, ${role}`)
  console.log(`Their mail arrives at ${address}/ru/mailbox\n`)
}
