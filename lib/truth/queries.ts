import { GUEST } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import { visibleTo } from '@/lib/policy'
import { isPause, pauseEnd } from '@/lib/truth/rules'
import { type Answer, type Reply, readReplyToken } from '@/lib/truth/schema'

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
  const listing = await db.listing.findFirst({
    where: { ...repliable(reply, now), AND: [visibleTo(GUEST, now)] },
    select: { kind: true, title: true, language: true, sample: true },
  })
  return listing && { answer: reply.answer, listing }
}

/** The listing of a reply while that still counts: nothing was said since, and a pause would end. */
export function repliable(
  { listingId: id, answer, since }: Reply,
  now: Date,
): Prisma.ListingWhereInput {
  const confirmed = {
    confirmedAt: since,
    OR: [{ pausedUntil: null }, { pausedUntil: { lte: since } }],
  }
  const back = { pausedUntil: since, confirmedAt: { lte: since } }
  const lasts = isPause(answer) ? [outlasting(pauseEnd(answer, now))] : []
  return { id, OR: [confirmed, back].map((stands) => ({ AND: [stands, ...lasts] })) }
}

/** Listings that are not over by then. */
export function outlasting(moment: Date): Prisma.ListingWhereInput {
  return { OR: [{ expiresAt: null }, { expiresAt: { gt: moment } }] }
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
  pausedUntil: Date | null
  expiresAt: Date | null
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
      pausedUntil: true,
      expiresAt: true,
      owner: { select: { emailSealed: true, locale: true } },
    },
  })
}

/** The listing while this warning is planned and no mail server has taken it yet. */
export function owed({ listingId: id, warning }: Warning): Prisma.ListingWhereInput {
  const { confirmedAt } = db.listing.fields
  return { id, warningsDelivered: warning - 1, truthAskedAt: { gte: confirmedAt } }
}
