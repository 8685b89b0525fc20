import { countByKey, takeBackByKey, type Visit } from '@/lib/visitors/counters'
import { visitorKey } from '@/lib/visitors/keys'

/**
 * Counts one act of whoever sends this form, by their network. Conflict `too_many_from_here`
 * beyond the limit; its sentence says when to try again.
 */
export async function countVisit(visit: Visit): Promise<void> {
  await countByKey(visit, await visitorKey(visit))
}

/** Takes back what `countVisit` counted, when it was none of what is limited. */
export async function takeBackVisit(visit: Visit): Promise<void> {
  await takeBackByKey(visit, await visitorKey(visit))
}
