import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { explain, stopAll, stopOnSignals } from '@/scripts/shutdown'
import { machine } from './machine'
import { readOptions } from './options'
import { printTable } from './table'
import { makeWorld } from './world'

const RESULTS = join(import.meta.dirname, 'results')

stopOnSignals()
try {
  const stays = await run()
  if (!stays) await stopAll(0)
} catch (error) {
  explain(error)
  await stopAll(1)
}

async function run(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2))
  const on = machine()
  printTable('This machine', [on])
  const world = await makeWorld(options.size, options.on)
  printTable('Filled', [{ ...world }])
  if (options.parts.length === 0) {
    console.log(`\nStays until Ctrl-C. Measure with: --on=${process.env.DATABASE_URL}`)
    return true
  }
  for (const name of options.parts) {
    const { default: measure } = (await import(`./parts/${name}`)) as {
      default: (options: ReturnType<typeof readOptions>) => Promise<object>
    }
    const result = await measure(options)
    mkdirSync(RESULTS, { recursive: true })
    const file = join(RESULTS, `${name}.json`)
    const at = new Date().toISOString().slice(0, 10)
    writeFileSync(file, `${JSON.stringify({ at, machine: on, world, result }, null, 2)}\n`)
  }
  return false
}
