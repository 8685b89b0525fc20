import type { Actor } from '@/lib/auth/viewer'
import { type Connection, db } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import type { Side } from '@/lib/generated/prisma/enums'
import { transact } from '@/lib/holds/locks'
import { enqueue } from '@/lib/notifications/jobs'
import { can } from '@/lib/policy'
import { type Asker, isOf } from '@/lib/requests/links'
import { canWrite, MAX_MESSAGES } from '@/lib/requests/rules'
import { seal, unseal } from '@/lib/seal'

/** Writes to the volunteer. Conflict: `request_moved_on` once it is over, `too_many_messages`. */
export async function writeAsAsker(asker: Asker, id: string, text: string, now = new Date()) {
  await write(id, 'asker', text, now, ({ link }) => isOf(asker, link))
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

/**
 * Adds what an asker says who sends a request once more; the same words are nothing new. Called by
 * lib/asking, while the link is locked.
 */
export async function addWords(tx: Connection, id: string, text: string, now: Date): Promise<void> {
  const thread = await readThread(tx, id)
  const isSaid = thread.messages.some(
    ({ side, textSealed }) => side === 'asker' && unseal(textSealed, 'message.text') === text,
  )
  if (!isSaid) await add(tx, thread, 'asker', text, now)
}

type Thread = Awaited<ReturnType<typeof readThread>>

async function write(
  id: string,
  side: Side,
  text: string,
  now: Date,
  isTheirs: (thread: Thread) => boolean,
): Promise<void> {
  await transact(async (tx) => {
    // The link, because erasing locks it: nothing is written behind one that is being erased, and
    // parallel messages are counted.
    await tx.$queryRaw`
      SELECT 1 FROM private_link WHERE id = (SELECT link_id FROM request WHERE id = ${id}::uuid)
      FOR UPDATE`
    const thread = await readThread(tx, id)
    if (!isTheirs(thread)) throw new NotFound('request')
    await add(tx, thread, side, text, now)
  })
}

async function add(
  tx: Connection,
  { id: requestId, messages, ...request }: Thread,
  side: Side,
  text: string,
  now: Date,
): Promise<void> {
  if (!canWrite(request, now)) throw new Conflict('request_moved_on')
  const written = messages.filter((message) => message.side === side)
  if (written.length >= MAX_MESSAGES) throw new Conflict('too_many_messages')
  const data = { requestId, side, textSealed: seal(text, 'message.text'), createdAt: now }
  await tx.message.create({ data, select: { id: true } })
  // One mail for a turn: who wrote last is still waiting for the volunteer.
  const isNews = side === 'asker' && messages.at(-1)?.side !== 'asker'
  if (isNews) await enqueue(tx, 'request-mail', { requestId })
}

async function readThread(tx: Connection, id: string) {
  const thread = await tx.request.findUnique({
    where: { id },
    select: {
      id: true,
      status: true,
      expiresAt: true,
      endsAt: true,
      link: { select: { id: true, tokenHash: true } },
      listing: { select: { ownerId: true } },
      messages: {
        select: { side: true, textSealed: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      },
    },
  })
  if (!thread) throw new NotFound('request')
  return thread
}
