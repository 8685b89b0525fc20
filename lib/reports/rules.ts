import type {
  ListingKind,
  ReportReason,
  ReportSide,
  RequestStatus,
  Side,
} from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import type { AnyInput } from '@/lib/listings/kinds'
import { isProblem } from '@/lib/visits/schema'

/** Days after which words and the sealed copy of a report are erased: constraint `report_kept_30_days`. */
export const REPORT_DAYS = 30

/** Reasons for which a copy is sealed (constraint `report_grave_has_copy`) and moderators are called. */
export const GRAVE: readonly ReportReason[] = ['unsafe', 'fraud']

/** Whether a reason is one of these. */
export function isGrave(reason: ReportReason): boolean {
  return GRAVE.includes(reason)
}

interface Said {
  listingId: string
  side: ReportSide
  reason: ReportReason
}

/** Whether it is a visitor's word on what everyone there could see: alike ones are handled as one. */
export function isAlike({ side, reason }: Said): boolean {
  return side === 'visitor' && isProblem(reason)
}

/** What the reports have in common that are handled as one. */
export function alikeTo({ listingId, side, reason }: Said): Said {
  return { listingId, side, reason }
}

/** Until when the words and the copy of a report of this moment are kept. */
export function keptUntil(now: Date): Date {
  return new Date(now.getTime() + REPORT_DAYS * 86_400_000)
}

/** What there was to see at the moment of a grave report: sealed, for moderators alone. */
export interface ReportCopy {
  /** What everyone could see. */
  listing: {
    kind: ListingKind
    title: string
    language: Locale
    author: string
    /** The public hour of a ride, as an ISO instant. */
    departsAt: string | null
    /** The form of its kind without what is sealed. */
    form: AnyInput
  }
  /** What the two sides of a request could see. */
  request: {
    status: RequestStatus
    name: string | null
    adults: number
    children: number
    womenOnly: boolean
    messages: { side: Side; text: string; sentAt: string }[]
    /** The sealed fields of the listing, once they were accepted. */
    released: Record<string, string> | null
  } | null
}
