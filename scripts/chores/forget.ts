import { forgetPerson } from '@/lib/data-rights/commands'
import { Conflict } from '@/lib/errors'

/** `npm run forget -- someone@example.org`: erases a person who asked for it. */
export default async function forget([email]: string[]): Promise<void> {
  if (!email?.includes('@')) throw new Error('Use: npm run forget -- someone@example.org')
  const isForgotten = await forgetPerson(email).catch((error) => {
    if (!(error instanceof Conflict)) throw error
    throw new Error('This is the only admin. Grant somebody else the role first.')
  })
  if (!isForgotten) throw new Error('Nobody has this address.')
  console.log('Done: erased here. Backups keep it until they run out.')
}
