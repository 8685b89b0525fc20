import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { writeAsHost } from '@/lib/messages/commands'
import { createCode } from '@/lib/private-links/commands'
import { acceptRequest, cancelRequest } from '@/lib/requests/commands'
import { findLink } from '@/lib/requests/links'
import { eraseOldRequests, forgetExpired } from '@/lib/retention/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { ask, brokenRules } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'

const DAY_MS = 86_400_000
let people: Cast
let listingId: string

beforeAll(async () => {
  people = await cast()
  listingId = await publishRide(people.marta, people.samal, { seats: 20 })
})

const daysAfter = (moment: Date, days: number) => new Date(moment.getTime() + days * DAY_MS)
const traces = async (id: string, linkId: string) => ({
  requests: await db.request.count({ where: { id } }),
  messages: await db.message.count({ where: { requestId: id } }),
  holds: await db.hold.count({ where: { requestId: id } }),
  links: await db.privateLink.count({ where: { id: linkId } }),
})

describe('a request', () => {
  it('that was cancelled vanishes with its words and its link 14 days later', async () => {
    const { asker, id, token } = await ask(listingId, { name: 'Ира', text: 'Нас двое' })
    await writeAsHost(people.marta, id, 'слушаю')
    const ended = new Date()
    await cancelRequest(asker, id, ended)
    await eraseOldRequests(daysAfter(ended, 14))
    expect(await traces(id, asker.linkId)).toMatchObject({ requests: 1, messages: 2, links: 1 })
    await eraseOldRequests(new Date(daysAfter(ended, 14).getTime() + 1))
    expect(await traces(id, asker.linkId)).toEqual({ requests: 0, messages: 0, holds: 0, links: 0 })
    expect(await findLink(token ?? '')).toBeNull()
  })

  it('that was accepted vanishes 14 days after it took place, and what it held with it', async () => {
    const { asker, id } = await ask(listingId, { name: 'Ира', text: 'Нас двое' })
    await acceptRequest(people.marta, id)
    const { endsAt } = await db.request.findUniqueOrThrow({ where: { id } })
    await eraseOldRequests(daysAfter(endsAt, 14))
    expect(await traces(id, asker.linkId)).toMatchObject({ requests: 1, holds: 1 })
    await eraseOldRequests(daysAfter(endsAt, 15))
    expect(await traces(id, asker.linkId)).toEqual({ requests: 0, messages: 0, holds: 0, links: 0 })
    expect(await brokenRules(new Date())).toEqual([])
  })

  it('that still waits stays, with its link', async () => {
    const { asker, id } = await ask(listingId, { text: 'Нас двое' })
    await eraseOldRequests(daysAfter(new Date(), 30))
    expect(await traces(id, asker.linkId)).toMatchObject({ requests: 1, messages: 1, links: 1 })
  })

  it('is erased once by two workers at once', async () => {
    const { asker, id } = await ask(listingId)
    await cancelRequest(asker, id)
    const later = daysAfter(new Date(), 15)
    await Promise.all([eraseOldRequests(later), eraseOldRequests(later)])
    expect(await traces(id, asker.linkId)).toMatchObject({ requests: 0, links: 0 })
  })
})

describe('the code of a page', () => {
  it('is forgotten when its ten minutes are over', async () => {
    const { asker } = await ask(listingId)
    await createCode(asker)
    const code = () =>
      db.privateLink.findUniqueOrThrow({
        where: { id: asker.linkId },
        select: { codeHash: true, codeExpiresAt: true },
      })
    await forgetExpired(new Date())
    expect((await code()).codeHash).not.toBeNull()
    await forgetExpired(new Date(Date.now() + 10 * 60_000))
    expect(await code()).toEqual({ codeHash: null, codeExpiresAt: null })
  })
})
