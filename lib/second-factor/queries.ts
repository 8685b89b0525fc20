import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'

/** Whether a person has set a second factor, and how many codes for a lost phone are left. */
export async function secondFactorOf(
  actor: Pick<Actor, 'id'>,
): Promise<{ isSet: boolean; recoveryCodes: number }> {
  const factor = await db.secondFactor.findUnique({
    where: { accountId: actor.id },
    select: { _count: { select: { recoveryCodes: true } } },
  })
  return { isSet: factor !== null, recoveryCodes: factor?._count.recoveryCodes ?? 0 }
}
