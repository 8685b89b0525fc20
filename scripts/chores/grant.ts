import { grantRole } from '@/lib/accounts/commands'
import { Conflict } from '@/lib/errors'
import { Role } from '@/lib/generated/prisma/enums'

/** `npm run grant -- someone@example.org admin`: how the first admin comes to be. */
export default async function grant([email, role]: string[]): Promise<void> {
  const known = Object.values(Role).find((name) => name === role)
  if (!email?.includes('@') || !known) {
    throw new Error(`Use: npm run grant -- someone@example.org ${Object.values(Role).join('|')}`)
  }
  const granted = await grantRole(email, known).catch((error) => {
    if (!(error instanceof Conflict)) throw error
    throw new Error('This is the only admin. Grant somebody else the role first.')
  })
  if (!granted) {
    throw new Error('Nobody has signed in with this address yet. Sign in once, then grant again.')
  }
  console.log(`Done: ${known}. It holds from the next page on.`)
}
