import { GUEST } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import { visibleTo } from '@/lib/policy'
import { type Answer, readReplyToken } from '@/lib/truth/schema'

/** What the page behind a link shows: the public name of the listing and the one answer. */
export interface ReplyView {
  answer: Answer
  listing: { kind: ListingKind; title: string; language: Locale; sample: boolean }
}

/**
 * What a link of a mail would answer. Null, always the same, for unknown, wrong, foreign and used
 * links, and once the listing was confirmed, paused, hidden or is over.
 */
export async function findReply(token: string, now: Date): Promise<ReplyView | null> {
  const reply = readReplyToken(token)
  if (!reply) return null
  const { listingId: id, answer, confirmedAt } = reply
  const listing = await db.listing.findFirst({
    where: { id, confirmedAt, AND: [visibleTo(GUEST, now)] },
    select: { kind: true, title: true, language: true, sample: true },
  })
  return listing && { answer, listing }
}

/** The first or the second warning about a listing since it was last confirmed. */
export interface Warning {
  listingId: string
  warning: number
}

/** What the mail of a warning needs to know. */
export interface AskedView {
  id: string
  kind: ListingKind
  full: boolean
  confirmedAt: Date
  owner: { emailSealed: string; locale: Locale }
}

/** The listing that a warning is about, or null when its author need not be asked any more. */
export async function findAsked(warning: Warning, now: Date): Promise<AskedView | null> {
  return db.listing.findFirst({
    where: { ...owed(warning), AND: [visibleTo(GUEST, now)] },
    select: {
      id: true,
      kind: true,
      full: true,
      confirmedAt: true,
      owner: { select: { emailSealed: true, locale: true } },
    },
  })
}

/** The listing while this warning is planned and no mail server has taken it yet. */
export function owed({ listingId: id, warning }: Warning): Prisma.ListingWhereInput {
  const { confirmedAt } = db.listing.fields
  return { id, warningsDelivered: warning - 1, truthAskedAt: { gte: confirmedAt } }
}
