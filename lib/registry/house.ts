import type { Connection } from '@/lib/db'
import { newToken } from '@/lib/private-links/tokens'
import { hashToken, seal } from '@/lib/seal'

/** Whose the official centres are: of nobody who may leave, be closed out or ask to be forgotten. */
export const HOUSE_ID = '00000000-0000-4000-a000-0000000000da'

/** Makes the account of the house, if there is none yet. Nobody can sign in as it. */
export async function settleHouse(tx: Connection, byId: string): Promise<void> {
  await tx.account.createMany({
    data: {
      id: HOUSE_ID,
      emailSealed: seal('', 'account.email'),
      emailHash: hashToken(newToken()),
      publicName: 'Qadam',
      verifiedAt: new Date(),
      verifiedHow: 'organisation',
      verifiedById: byId,
    },
    skipDuplicates: true,
  })
}
