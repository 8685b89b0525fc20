import { GUEST } from '@/lib/auth/viewer'
import { refusedAsConflict } from '@/lib/constraints'
import type { Connection } from '@/lib/db'
import { Conflict, InvalidInput, NotFound } from '@/lib/errors'
import { transact } from '@/lib/holds/locks'
import type { Locale } from '@/lib/i18n/locales'
import { addWords } from '@/lib/messages/commands'
import { enqueue } from '@/lib/notifications/jobs'
import { columnDay, daysBetween } from '@/lib/places/city-time'
import { visibleTo } from '@/lib/policy'
import { newToken } from '@/lib/private-links/tokens'
import { type Asker, findLink } from '@/lib/requests/links'
import { ASKED_A_DAY, type AskedTime, askedTime, PENDING } from '@/lib/requests/rules'
import type { AskInput } from '@/lib/requests/schema'
import { hashToken, seal } from '@/lib/seal'

const DAY_MS = 86_400_000

/**
 * Asks for places: `open` when they are free, else in line. Without an asker a private link is
 * made and its token answered, once. Sent twice it is one request; another message of the second
 * time is added to it. Throws InvalidInput
 * (`line: choose_line` when it is full, a party or nights that are not offered), NotFound, and
 * Conflict: `too_late`, `already_asked`, `overlaps`, `asked_too_often`, `too_many_requests`,
 * `too_many_of_yours`, `women_only_not_offered`.
 */
export async function askForPlaces(
  asker: Asker | null,
  input: AskInput,
  locale: Locale,
  now: Date,
): Promise<{ token: string | null; requestId: string }> {
  const known = asker ?? (input.token ? await findLink(input.token) : null)
  const token = known ? null : (input.token ?? newToken())
  return refusedAsConflict(() =>
    transact(async (tx) => {
      const listing = await lockAskable(tx, input.listingId, now)
      const time = askedTime(listing, input, now)
      const linkId = await lockLink(tx, known, token, locale, now)
      const twin = await findTwin(tx, linkId, listing, time, input)
      if (twin) {
        await addTo(tx, twin, input, now)
        return { token, requestId: twin }
      }
      await requireFewToday(tx, linkId, now)
      const isFree = await hasPlaces(tx, listing, time, input)
      if (!isFree && !input.line) throw new InvalidInput([{ field: 'line', code: 'choose_line' }])
      const { id: requestId } = await tx.request.create({
        data: {
          linkId,
          listingId: listing.id,
          kind: listing.kind,
          status: isFree ? 'open' : 'waiting',
          adults: input.adults,
          children: input.children,
          womenOnly: input.womenOnly,
          ...time,
          line: input.line ?? null,
          nameSealed: input.name ? seal(input.name, 'request.name') : null,
          createdAt: now,
          queuedAt: now,
        },
        select: { id: true },
      })
      if (input.text) {
        const textSealed = seal(input.text, 'message.text')
        await tx.message.create({
          data: { requestId, side: 'asker', textSealed, createdAt: now },
          select: { id: true },
        })
      }
      const oneMore = { data: { openRequests: { increment: 1 } }, select: { id: true } }
      await tx.listing.update({ where: { id: listing.id }, ...oneMore })
      await tx.privateLink.update({ where: { id: linkId }, ...oneMore })
      await enqueue(tx, 'request-mail', { requestId })
      return { token, requestId }
    }),
  )
}

type Askable = Awaited<ReturnType<typeof lockAskable>>

async function lockAskable(tx: Connection, id: string, now: Date) {
  await tx.$queryRaw`SELECT 1 FROM listing WHERE id = ${id}::uuid FOR UPDATE`
  const listing = await tx.listing.findFirst({
    where: { id, AND: [visibleTo(GUEST, now)] },
    select: {
      id: true,
      kind: true,
      city: true,
      full: true,
      ride: { select: { departsAt: true } },
      housing: { select: { minNights: true, maxNights: true } },
    },
  })
  if (!listing || listing.kind === 'centre') throw new NotFound('listing')
  return { ...listing, kind: listing.kind }
}

/**
 * The link to ask behind, known or new. Locked, so that it is not accepted elsewhere meanwhile.
 * NotFound when it was erased meanwhile.
 */
async function lockLink(
  tx: Connection,
  known: Asker | null,
  token: string | null,
  locale: Locale,
  now: Date,
): Promise<string> {
  const tokenHash = known?.tokenHash ?? hashToken(token ?? '')
  if (token) {
    const data = [{ tokenHash, locale, createdAt: now }]
    await tx.privateLink.createMany({ data, skipDuplicates: true })
  }
  const [link] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM private_link WHERE token_hash = ${tokenHash} FOR UPDATE`
  if (!link) throw new NotFound('link')
  return link.id
}

/**
 * The same request sent before. Conflict when the party is expected, or asks here, for that time;
 * with another wish for the line it is another request.
 */
async function findTwin(
  tx: Connection,
  linkId: string,
  listing: Askable,
  { startsAt, endsAt }: AskedTime,
  { adults, children, womenOnly, line }: AskInput,
): Promise<string | null> {
  const others = await tx.request.findMany({
    where: {
      linkId,
      kind: listing.kind,
      status: { in: [...PENDING, 'accepted'] },
      startsAt: { lt: endsAt },
      endsAt: { gt: startsAt },
    },
    select: {
      id: true,
      listingId: true,
      status: true,
      adults: true,
      children: true,
      womenOnly: true,
      line: true,
      startsAt: true,
      endsAt: true,
    },
  })
  const here = others.find(({ listingId }) => listingId === listing.id)
  const isTwin =
    here?.adults === adults &&
    here.children === children &&
    here.womenOnly === womenOnly &&
    here.line === (line ?? null) &&
    here.startsAt.getTime() === startsAt.getTime() &&
    here.endsAt.getTime() === endsAt.getTime()
  if (isTwin) return here.id
  if (others.some(({ status }) => status === 'accepted')) throw new Conflict('overlaps')
  if (here) throw new Conflict('already_asked')
  return null
}

/** What the second time says beyond the first: a message that is not there yet, what to be called. */
async function addTo(
  tx: Connection,
  id: string,
  { text, name }: AskInput,
  now: Date,
): Promise<void> {
  if (text) await addWords(tx, id, text, now)
  if (!name) return
  const data = { nameSealed: seal(name, 'request.name') }
  await tx.request.update({ where: { id }, data, select: { id: true } })
}

// Cancelled ones count too: asking and cancelling all day would fill mailboxes.
async function requireFewToday(tx: Connection, linkId: string, now: Date): Promise<void> {
  const createdAt = { gt: new Date(now.getTime() - DAY_MS) }
  const asked = await tx.request.count({ where: { linkId, createdAt } })
  if (asked >= ASKED_A_DAY) throw new Conflict('asked_too_often', { max: ASKED_A_DAY })
}

/** Whether all places are free on every night. InvalidInput when so many were never offered. */
async function hasPlaces(
  tx: Connection,
  { id, full }: Askable,
  { firstNight, lastNight }: AskedTime,
  { adults, children }: AskInput,
): Promise<boolean> {
  const night = firstNight && lastNight ? { gte: firstNight, lte: lastNight } : null
  const nights = await tx.capacity.findMany({
    where: { listingId: id, night },
    select: { total: true, free: true },
  })
  const wanted =
    firstNight && lastNight ? daysBetween(columnDay(firstNight), columnDay(lastNight)) + 1 : 1
  if (nights.length < wanted) {
    throw new InvalidInput([{ field: 'from', code: 'nights_not_offered' }])
  }
  const total = Math.min(...nights.map((places) => places.total))
  const people = adults + children
  if (people > total) {
    throw new InvalidInput([{ field: 'adults', code: 'more_than_places', values: { total } }])
  }
  return !full && nights.every(({ free }) => (free ?? 0) >= people)
}
