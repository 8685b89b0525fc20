import { randomBytes } from 'node:crypto'
import { db } from '@/lib/db'
import { reportListing } from '@/lib/reports/commands'
import { tellTrue, tellWait } from '@/lib/visits/commands'
import type { Problem } from '@/lib/visits/schema'

const somebody = () => randomBytes(16).toString('base64url')

/** Somebody reports a listing as unsafe, without the pages for it; answers the id of the report. */
export async function reported(listingId: string): Promise<string> {
  const visitorKey = somebody()
  const note = 'Просит деньги до встречи.'
  await reportListing(visitorKey, { listingId, reason: 'unsafe', note }, new Date())
  const report = await db.report.findFirstOrThrow({ where: { visitorKey }, select: { id: true } })
  return report.id
}

/** So many other visitors say today that a listing is true, or what is not. */
export async function said(listingId: string, problem: Problem | 'true', visitors: number) {
  for (let n = 0; n < visitors; n += 1) {
    if (problem === 'true') await tellTrue(somebody(), listingId, new Date())
    else await reportListing(somebody(), { listingId, reason: problem, note: '' }, new Date())
  }
}

/** Other visitors say today how long they waited. */
export async function waited(listingId: string, ...minutes: number[]): Promise<void> {
  for (const wait of minutes) {
    await tellWait(somebody(), { listingId, minutes: wait }, new Date())
  }
}
