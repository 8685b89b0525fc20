import { beforeAll, describe, expect, it } from 'vitest'
import { GUEST } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { ListingUncheckedUpdateInput } from '@/lib/generated/prisma/models'
import { advanceIdleLines } from '@/lib/holds/commands'
import { withdrawListing } from '@/lib/listings/commands'
import { mailTruth } from '@/lib/notifications/truth-mail'
import { visibleTo } from '@/lib/policy'
import { cancelRequest } from '@/lib/requests/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { day, publishHome } from '@/lib/testing/homes'
import { openMailbox } from '@/lib/testing/mailbox'
import { ask, brokenRules, freePlaces, publishFullRide, statusOf } from '@/lib/testing/requests'
import { askWhatFades, pauseListing, sayTruth } from '@/lib/truth/commands'
import { morningOf } from '@/lib/truth/rules'

const DAY_MS = 24 * 3_600_000
await openMailbox()
let people: Cast

beforeAll(async () => {
  people = await cast()
})

const ago = (milliseconds: number) => new Date(Date.now() - milliseconds)
const read = (id: string) => db.listing.findUniqueOrThrow({ where: { id } })
const change = (id: string, data: ListingUncheckedUpdateInput) =>
  db.listing.update({ where: { id }, data })

/** Plans what is due and delivers the first warning, if it is. */
async function warn(listingId: string): Promise<void> {
  await askWhatFades(new Date())
  await mailTruth({ listingId, warning: 1 })
}

describe('a pause', () => {
  const isPublic = async (id: string) =>
    (await db.listing.count({ where: { id, AND: [visibleTo(GUEST, new Date())] } })) === 1
  const endPause = (id: string) => change(id, { pausedUntil: ago(1_000) })

  it('confirms nothing: it comes back as old as it is, and is hidden only after new warnings', async () => {
    const id = await publishHome(people.marta, people.samal)
    const asked = { warningsDelivered: 2, truthAskedAt: ago(2 * DAY_MS) }
    await change(id, { confirmedAt: ago(9 * DAY_MS), ...asked })
    await sayTruth(people.marta, id, 'three_days')
    expect(await isPublic(id)).toBe(false)
    await warn(id)
    expect((await read(id)).warningsDelivered).toBe(0)
    const confirmedAt = ago(12 * DAY_MS)
    await change(id, { confirmedAt, pausedUntil: ago(1_000) })
    expect(await isPublic(id)).toBe(true)
    await warn(id)
    expect((await read(id)).warningsDelivered).toBe(1)
    expect(await isPublic(id)).toBe(true)
    expect((await read(id)).confirmedAt).toEqual(confirmedAt)
  })

  it('keeps places for nobody; the sweep gives them once it has ended, whoever sweeps', async () => {
    const { listingId, guest } = await publishFullRide(people.marta, people.samal, 2)
    const waits = await ask(listingId, { line: 'take' })
    const second = await ask(listingId, { line: 'offer' })
    await sayTruth(people.marta, listingId, 'tomorrow')
    await cancelRequest(guest.asker, guest.id)
    await advanceIdleLines(new Date())
    expect([await statusOf(waits.id), await statusOf(second.id)]).toEqual(['waiting', 'waiting'])
    await endPause(listingId)
    await Promise.all([1, 2, 3].map(() => advanceIdleLines(new Date())))
    expect([await statusOf(waits.id), await statusOf(second.id)]).toEqual(['accepted', 'offered'])
    expect(await freePlaces(listingId)).toEqual([0])
    expect(await advanceIdleLines(new Date())).toBe(0)
    expect(await brokenRules(new Date())).toEqual([])
  })

  it('keeps what was said before it: full stays full', async () => {
    const id = await publishHome(people.marta, people.samal)
    await sayTruth(people.marta, id, 'full')
    await sayTruth(people.marta, id, 'tomorrow')
    await endPause(id)
    expect(await read(id)).toMatchObject({ full: true })
  })

  it('until a day of one’s own ends before the listing does, and is one’s own', async () => {
    const id = await publishHome(people.marta, people.samal)
    const until = morningOf(day(2))
    await expect(pauseListing(people.aigul, id, until)).rejects.toThrow(NotFound)
    await expect(pauseListing(people.marta, id, morningOf(day(30)))).rejects.toThrow('over_by_then')
    await pauseListing(people.marta, id, until)
    expect(await read(id)).toMatchObject({ pausedUntil: until })
    await withdrawListing(people.marta, id)
    await expect(pauseListing(people.marta, id, until)).rejects.toThrow('impossible_now')
  })
})
