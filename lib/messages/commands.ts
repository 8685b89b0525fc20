import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import type { Side } from '@/lib/generated/prisma/enums'
import { transact } from '@/lib/holds/locks'
import { enqueue } from '@/lib/notifications/jobs'
import { can } from '@/lib/policy'
import type { Asker } from '@/lib/requests/links'
import { canWrite, MAX_MESSAGES } from '@/lib/requests/rules'
import { seal } from '@/lib/seal'

/** Writes to the volunteer. Conflict: `request_moved_on` once it is over, `too_many_messages`. */
export async function writeAsAsker(asker: Asker, id: string, text: string, now = new Date()) {
  await write(id, 'asker', text, now, ({ linkId }) => linkId === asker.linkId)
}

/** Writes to the newcomer. Conflict: `request_moved_on` once it is over, `too_many_messages`. */
export async function writeAsHost(actor: Actor, id: string, text: string, now = new Date()) {
  await write(id, 'host', text, now, ({ listing }) =>
    can(actor, 'request.answer', { hostId: listing.ownerId }),
  )
}

/** Erases what the host wrote to one request. NotFound when it is not theirs. */
export async function eraseHostSide(actor: Actor, id: string): Promise<void> {
  const request = await db.request.findUnique({
    where: { id },
    select: { listing: { select: { ownerId: true } } },
  })
  const isTheirs = request && can(actor, 'request.answer', { hostId: request.listing.ownerId })
  if (!isTheirs) throw new NotFound('request')
  await db.message.deleteMany({ where: { requestId: id, side: 'host' } })
}

interface Thread {
  linkId: string
  listing: { ownerId: string }
}

async function write(
  id: string,
  side: Side,
  text: string,
  now: Date,
  isTheirs: (thread: Thread) => boolean,
): Promise<void> {
  await transact(async (tx) => {
    // Locked, so that parallel messages are counted.
    await tx.$queryRaw`SELECT 1 FROM request WHERE id = ${id}::uuid FOR UPDATE`
    const request = await tx.request.findUnique({
      where: { id },
      select: {
        linkId: true,
        status: true,
        expiresAt: true,
        endsAt: true,
        listing: { select: { ownerId: true } },
        messages: { select: { side: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
      },
    })
    if (!request || !isTheirs(request)) throw new NotFound('request')
    if (!canWrite(request, now)) throw new Conflict('request_moved_on')
    const written = request.messages.filter((message) => message.side === side)
    if (written.length >= MAX_MESSAGES) throw new Conflict('too_many_messages')
    const data = { requestId: id, side, textSealed: seal(text, 'message.text'), createdAt: now }
    await tx.message.create({ data, select: { id: true } })
    // One mail for a turn: who wrote last is still waiting for the volunteer.
    const isNews = side === 'asker' && request.messages.at(-1)?.side !== 'asker'
    if (isNews) await enqueue(tx, 'request-mail', { requestId: id })
  })
}
