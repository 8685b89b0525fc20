import { z } from 'zod'
import type { ListingKind, ReportReason } from '@/lib/generated/prisma/enums'
import { choice, listingId } from '@/lib/listings/schema'

/** What can be otherwise than it is written, by kind: everyone who was there could see it. */
export const PROBLEMS = {
  centre: ['closed', 'moved', 'other_price'],
  housing: ['full', 'other_price', 'closed'],
  ride: ['full', 'other_price', 'closed'],
} as const satisfies Record<ListingKind, ReportReason[]>

/** The database knows the same ones: constraint `visit_problem_is_seen`. */
export type Problem = (typeof PROBLEMS)[ListingKind][number]

/** Those of all kinds. */
export const ALL_PROBLEMS: Problem[] = [...new Set(Object.values(PROBLEMS).flat())]

/** The answers to how long one waited, in minutes; the last one stands for longer. */
export const WAITS = ['15', '30', '60', '120', '180'] as const

/** "It was true." */
export const visitSchema = z.object({ listingId })

/** How long one waited at a centre. */
export const waitSchema = z.object({ listingId, minutes: choice(WAITS).transform(Number) })

/** Whether a reason is something that everyone there could see, of any kind. */
export function isProblem(reason: ReportReason | null): reason is Problem {
  return (
    reason !== null &&
    Object.values(PROBLEMS)
      .flat()
      .includes(reason as Problem)
  )
}
