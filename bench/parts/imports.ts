import { db } from '@/lib/db'
import { goOnWithImport, prepareFile, publishImport } from '@/lib/imports/commands'
import { getImport } from '@/lib/imports/queries'
import type { CentreFacts } from '@/lib/registry/columns'
import { MAX_ROWS, writeTable } from '@/lib/registry/csv'
import { type Cast, cast } from '@/lib/testing/cast'
import { officeFacts } from '@/lib/testing/centres'
import { onStop } from '@/scripts/shutdown'
import { printTable } from '../table'

const GOAL_SECONDS = 60

/** How long the largest file of centres takes: to be checked and published, new, changed and as it was. */
export default async function measureImports(): Promise<object> {
  onStop(() => db.$disconnect())
  const people = await cast()
  const results = [
    await bring('new', centres('Бесплатно'), people),
    await bring('changed', centres('По тарифу'), people),
    await bring('unchanged', centres('По тарифу'), people),
  ]
  printTable(`A file of ${MAX_ROWS} centres, in seconds`, results)
  return { goal: { seconds: GOAL_SECONDS }, results }
}

function centres(fees: string): CentreFacts[] {
  return Array.from({ length: MAX_ROWS }, (_, n) =>
    officeFacts({ key: `bench:${n}`, title: `Центр для примера ${n}`, fees }),
  )
}

/** Hands in a file as one moderator and publishes it as another, like the worker does. */
async function bring(fate: 'new' | 'changed' | 'unchanged', rows: CentreFacts[], people: Cast) {
  const bytes = new TextEncoder().encode(writeTable(rows))
  const began = performance.now()
  const importId = await prepareFile(people.samal, bytes)
  await goOnWithImport({ importId })
  const checked = performance.now()
  const { counts } = await getImport(people.samal, importId, {})
  if (counts[fate] !== rows.length) throw new Error(`Not all rows are ${fate}.`)
  const publishing = performance.now()
  await publishImport(people.erzhan, importId, '')
  await goOnWithImport({ importId })
  const published = performance.now()
  const { status } = await getImport(people.samal, importId, {})
  if (status !== 'published') throw new Error(`The file is ${status}.`)
  const seconds = (milliseconds: number) => Number((milliseconds / 1_000).toFixed(1))
  const whole = seconds(checked - began + published - publishing)
  return {
    rows: fate,
    megabytes: Number((bytes.length / 1_000_000).toFixed(1)),
    check: seconds(checked - began),
    publish: seconds(published - publishing),
    goal: whole <= GOAL_SECONDS ? 'held' : 'missed',
  }
}
