import { writeBackup } from '../backup/write'
import { step } from '../progress.mjs'
import { say } from './restore'

/** `npm run backup -- <file>`: writes everything worth keeping into a new file. */
export default async function backup([file]: string[]): Promise<void> {
  if (!file) throw new Error('Use: npm run backup -- <file>')
  say(await step('Backup', () => writeBackup(process.env.DATABASE_URL ?? '', file)))
  console.log('Done. Keep it encrypted, and never beside the keys.')
}
