import { readBackup } from '../backup/read'
import type { TableSum } from '../backup/tables'
import { step } from '../progress.mjs'

/** `npm run restore -- <file>`: fills the empty database at DATABASE_URL from a backup. */
export default async function restore([file]: string[]): Promise<void> {
  if (!file) throw new Error('Use: npm run restore -- <file>')
  say(await step('Restore', () => readBackup(process.env.DATABASE_URL ?? '', file)))
  console.log(
    'Done: every table equals the original by its checksum. Start the site with its keys.',
  )
}

/** Shows what a backup holds. */
export function say(sums: TableSum[]): void {
  for (const { table, rows, sum } of sums) {
    if (rows !== '0') console.log(`  ${table.padEnd(20)} ${rows.padStart(9)} rows  ${sum}`)
  }
}
