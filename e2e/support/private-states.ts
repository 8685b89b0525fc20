import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { acceptRequest, arrive } from '@/lib/requests/commands'
import { findLink } from '@/lib/requests/links'
import { actorOf } from '@/lib/testing/cast'
import { day } from '@/lib/testing/homes'
import { replyToken } from '@/lib/truth/schema'
import { published } from './listings'
import { enrol, type Person, verified } from './people'
import { asked } from './requests'

type Standing = Prisma.RequestUncheckedUpdateInput
const SOON = new Date(Date.now() + 3_600_000)
const closed = (status: 'declined' | 'cancelled' | 'expired' | 'released'): Standing => ({
  status,
  closedAt: new Date(),
})
const STANDINGS: Standing[] = [
  { status: 'waiting', line: 'offer' },
  { status: 'waiting', line: 'take' },
  { status: 'offered', line: 'offer', offerEndsAt: SOON },
  closed('declined'),
  closed('cancelled'),
  closed('expired'),
  closed('released'),
]

/**
 * A private page on which a request stands in every way that one can, and the pages behind it and
 * before it; its volunteer has a line, a filled week and a mail to answer.
 */
export async function privateStates(): Promise<{
  token: string
  author: Person
  pages: string[]
  ofHost: string[]
}> {
  const author = await enrol(await verified())
  const host = await actorOf(author.id)
  const home = await published(author, 'housing')
  const arrived = await asked(home, { from: day(), to: day(2), name: 'Ая', text: 'Буду к ночи.' })
  await acceptRequest(host, arrived.requestId)
  const asker = await findLink(arrived.token)
  if (asker) await arrive(asker, arrived.requestId)
  const { token } = arrived
  for (const [at, standing] of STANDINGS.entries()) {
    const ride = await published(author, 'ride', { day: day(3 + at) })
    const { requestId: id } = await asked(ride, { text: 'Нас двое.' }, token)
    // The page alone is looked at: no places are set aside for these.
    await db.request.update({ where: { id }, data: standing })
    if (standing.closedAt) await countOneLess(id)
  }
  const ride = await published(author, 'ride', { day: day(4), seats: 3 })
  const guest = await asked(ride, { name: 'Семья', adults: '2' })
  await acceptRequest(host, guest.requestId)
  const inLine = await asked(ride, { name: 'Пётр', adults: '2', line: 'take' })
  const { confirmedAt: since } = await db.listing.findUniqueOrThrow({ where: { id: home } })
  const answers = (['confirm', 'full', 'tomorrow'] as const).map((answer) =>
    replyToken({ listingId: home, answer, since }),
  )
  return {
    token,
    author,
    pages: [
      '/request',
      '/request?new=1',
      '/request?refresh=off',
      `/request/wrong/${arrived.requestId}?sent=unsafe&until=${day(30)}&note=1`,
      `/request/wrong/${arrived.requestId}?sent=other`,
      ...answers.map((answer) => `/true/${answer}`),
      `/true/${'a'.repeat(52)}`,
      '/true',
      '/true?answer=confirm',
      '/true?answer=tomorrow',
    ],
    ofHost: [
      '/my/requests',
      `/my/requests/${inLine.requestId}`,
      `/my/requests/${guest.requestId}`,
      `/my/requests/${guest.requestId}/decline`,
      `/my/requests/${guest.requestId}/erase`,
    ],
  }
}

async function countOneLess(id: string): Promise<void> {
  const { listingId, linkId } = await db.request.findUniqueOrThrow({ where: { id } })
  const oneLess = { data: { openRequests: { decrement: 1 } } }
  await db.listing.update({ where: { id: listingId }, ...oneLess })
  await db.privateLink.update({ where: { id: linkId }, ...oneLess })
}
