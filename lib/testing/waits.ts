import { db } from '@/lib/db'

/** Whether a listing waits for a moderator: that of a trusted volunteer may be public at once. */
export async function waits(id: string): Promise<boolean> {
  return (await db.listing.count({ where: { id, status: 'pending' } })) === 1
}
