import { randomBytes } from 'node:crypto'
import { db } from '@/lib/db'
import { dayColumn } from '@/lib/places/city-time'
import { keyedHash } from '@/lib/seal'

/** The key of a network on one day and for one purpose: a keyed hash under the salt of the day. */
export async function networkKey(network: string, purpose: string, now: Date): Promise<string> {
  return keyedHash(`visitor:${purpose}`, `${await saltOf(saltDay(now))}:${network}`)
}

/** The day (UTC) whose salt counts; those before it are to be erased (lib/retention). */
export function saltDay(now: Date): Date {
  return dayColumn(now.toISOString().slice(0, 10))
}

/** The salt of a day; whoever comes first makes it. */
async function saltOf(day: Date): Promise<string> {
  const known = await db.visitorSalt.findUnique({ where: { day } })
  if (known) return known.salt
  const salt = randomBytes(32).toString('base64url')
  await db.visitorSalt.createMany({ data: [{ day, salt }], skipDuplicates: true })
  return (await db.visitorSalt.findUniqueOrThrow({ where: { day } })).salt
}
