import type { Actor } from '@/lib/auth/viewer'
import type { Connection } from '@/lib/db'
import { Conflict, InvalidInput, NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { ReportOutcome, ReportReason, ReportSide } from '@/lib/generated/prisma/enums'
import { transact } from '@/lib/holds/locks'
import { KINDS } from '@/lib/listings/kinds'
import { enqueue } from '@/lib/notifications/jobs'
import { authorize, can } from '@/lib/policy'
import { alikeTo, isAlike, isGrave, keptUntil, type ReportCopy } from '@/lib/reports/rules'
import { HOST_REASONS, type ReportInput, reasonsFor } from '@/lib/reports/schema'
import { type Asker, isOf } from '@/lib/requests/links'
import { seal, unseal } from '@/lib/seal'
import { signAs } from '@/lib/staff-log/commands'
import { findSeen, recordVisit, type SeenListing } from '@/lib/visits/commands'
import { isProblem } from '@/lib/visits/schema'

/** Until when the copy is kept that a report sealed; null where the reason seals none. */
export interface Filed {
  copyUntil: Date | null
}

/**
 * A visitor reports a public listing; what everyone there could see counts as their word on it
 * (lib/visits). Said twice it is one report, and words of the second time are added. A grave
 * reason seals a copy of what is public. Throws NotFound when it is not public, and InvalidInput
 * (`reason`) when its kind knows no such reason.
 */
export async function reportListing(
  visitorKey: string,
  { listingId, ...input }: ReportInput & { listingId: string },
  now: Date,
): Promise<Filed & { listing: SeenListing }> {
  return transact(async (tx) => {
    const listing = await findSeen(tx, listingId, now)
    requireReason(reasonsFor(listing.kind), input)
    const about = { side: 'visitor', listing, visitorKey, requestId: null } as const
    const filed = await file(tx, about, input, now)
    const { reason } = input
    if (isProblem(reason)) await recordVisit(tx, visitorKey, listingId, reason, now)
    return { ...filed, listing }
  })
}

/** Whoever asked reports their request; a grave reason first seals what both sides wrote. NotFound. */
export async function reportAsAsker(
  asker: Asker,
  { requestId, ...input }: ReportInput & { requestId: string },
  now = new Date(),
): Promise<Filed> {
  return reportRequest('asker', requestId, input, now, ({ link }) => isOf(asker, link))
}

/** The volunteer reports a request; a grave reason first seals what both sides wrote. NotFound. */
export async function reportAsHost(
  actor: Actor,
  { requestId, ...input }: ReportInput & { requestId: string },
  now = new Date(),
): Promise<Filed> {
  return reportRequest('host', requestId, input, now, ({ listing }) =>
    can(actor, 'request.answer', { hostId: listing.ownerId }),
  )
}

/**
 * Closes a report, and with it what other visitors say alike. Conflict `already_decided` when
 * somebody else has; NotFound.
 */
export async function closeReport(
  actor: Actor,
  id: string,
  outcome: ReportOutcome,
  now = new Date(),
): Promise<void> {
  await transact(async (tx) => {
    const report = await tx.report.findUnique({
      where: { id },
      select: { ownerId: true, listingId: true, side: true, reason: true },
    })
    if (!report) throw new NotFound('report')
    authorize(actor, 'report.handle', report)
    await signAs(tx, actor)
    const handled = { handledAt: now, handledById: actor.id, outcome }
    const { count } = await tx.report.updateMany({ where: { id, handledAt: null }, data: handled })
    if (count === 0) throw new Conflict('already_decided')
    if (!isAlike(report)) return
    const alike = { ...alikeTo(report), handledAt: null }
    await tx.report.updateMany({ where: alike, data: handled })
  })
}

type AskedRequest = Awaited<ReturnType<typeof readRequest>>

async function reportRequest(
  side: 'asker' | 'host',
  requestId: string,
  input: ReportInput,
  now: Date,
  isTheirs: (request: AskedRequest) => boolean,
): Promise<Filed> {
  return transact(async (tx) => {
    const request = await readRequest(tx, requestId)
    if (!isTheirs(request)) throw new NotFound('request')
    requireReason(side === 'host' ? HOST_REASONS : reasonsFor(request.listing.kind), input)
    return file(tx, { side, listing: request.listing, visitorKey: null, requestId }, input, now)
  })
}

function requireReason(known: readonly ReportReason[], { reason }: ReportInput): void {
  if (known.includes(reason)) return
  throw new InvalidInput([{ field: 'reason', code: 'unknown_choice' }])
}

interface About {
  side: ReportSide
  listing: { id: string; ownerId: string }
  visitorKey: string | null
  requestId: string | null
}

async function file(
  tx: Connection,
  { listing, ...about }: About,
  { reason, note }: ReportInput,
  now: Date,
): Promise<Filed> {
  const twin = { ...about, listingId: listing.id, reason }
  const noteSealed = note ? seal(note, 'report.note') : null
  const copySealed = isGrave(reason) ? await sealCopy(tx, listing.id, about.requestId) : null
  const words = { noteSealed, copySealed, createdAt: now, keptUntil: keptUntil(now) }
  const [created] = await tx.report.createManyAndReturn({
    data: [{ ...twin, ownerId: listing.ownerId, ...words }],
    skipDuplicates: true,
    select: { id: true },
  })
  if (created && copySealed) await enqueue(tx, 'report-mail', { reportId: created.id })
  const open = { ...twin, handledAt: null }
  if (!created && noteSealed) await tx.report.updateMany({ where: open, data: { noteSealed } })
  const standing = await tx.report.findFirst({ where: open, select: { keptUntil: true } })
  return { copyUntil: copySealed ? (standing ?? words).keptUntil : null }
}

async function sealCopy(tx: Connection, listingId: string, requestId: string | null) {
  return seal(JSON.stringify(await copyOf(tx, listingId, requestId)), 'report.copy')
}

async function copyOf(
  tx: Connection,
  listingId: string,
  requestId: string | null,
): Promise<ReportCopy> {
  const { owner, ride, ...listing } = await tx.listing.findUniqueOrThrow({
    where: { id: listingId },
    select: {
      kind: true,
      title: true,
      language: true,
      owner: { select: { publicName: true } },
      ride: { select: { departsAt: true } },
    },
  })
  const { privateFields, read } = KINDS[listing.kind]
  const form = Object.entries(await read(tx, listingId))
  const isPrivate = ([name]: [string, unknown]) => privateFields.includes(name)
  return {
    listing: {
      ...listing,
      author: owner.publicName ?? '',
      departsAt: ride?.departsAt.toISOString() ?? null,
      form: Object.fromEntries(form.filter((field) => !isPrivate(field))),
    },
    request: requestId ? await requestCopy(tx, requestId, form.filter(isPrivate)) : null,
  }
}

async function requestCopy(
  tx: Connection,
  id: string,
  secrets: [string, unknown][],
): Promise<ReportCopy['request']> {
  const { nameSealed, acceptedAt, messages, ...shared } = await readRequest(tx, id)
  const { status, adults, children, womenOnly } = shared
  return {
    status,
    adults,
    children,
    womenOnly,
    name: nameSealed && unseal(nameSealed, 'request.name'),
    messages: messages.map(({ side, textSealed, createdAt }) => ({
      side,
      text: unseal(textSealed, 'message.text'),
      sentAt: createdAt.toISOString(),
    })),
    released: acceptedAt
      ? Object.fromEntries(secrets.map(([name, value]) => [name, String(value)]))
      : null,
  }
}

const requestSelect = {
  link: { select: { id: true, tokenHash: true } },
  status: true,
  adults: true,
  children: true,
  womenOnly: true,
  nameSealed: true,
  acceptedAt: true,
  listing: { select: { id: true, ownerId: true, kind: true } },
  messages: {
    select: { side: true, textSealed: true, createdAt: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.RequestSelect

async function readRequest(tx: Connection, id: string) {
  const request = await tx.request.findUnique({ where: { id }, select: requestSelect })
  if (!request) throw new NotFound('request')
  return request
}
