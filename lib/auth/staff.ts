import { type Actor, mintViewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'

/**
 * Whoever decided something that is carried out only now, as the database knows them now; null when
 * they are suspended or gone. That their device had shown the second factor was asked when they
 * decided.
 */
export async function staffActor(id: string): Promise<Actor | null> {
  const account = await db.account.findUnique({
    where: { id },
    select: {
      id: true,
      role: true,
      verifiedAt: true,
      suspendedAt: true,
      publicName: true,
      locale: true,
    },
  })
  const viewer = account && mintViewer(account, { secondFactor: true })
  return viewer?.kind === 'account' ? viewer : null
}
