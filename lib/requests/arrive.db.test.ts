import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { weekAhead } from '@/lib/hosting/queries'
import { acceptRequest, arrive, cancelRequest } from '@/lib/requests/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { day, publishHome } from '@/lib/testing/homes'
import { ask, brokenRules } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'

const HOUR_MS = 3_600_000
let people: Cast

beforeAll(async () => {
  people = await cast()
})

afterEach(async () => {
  expect(await brokenRules(new Date())).toEqual([])
})

const row = (id: string) => db.request.findUniqueOrThrow({ where: { id } })
const hoursFrom = (moment: Date, hours: number) => new Date(moment.getTime() + hours * HOUR_MS)

async function accepted() {
  const asked = await ask(await publishRide(people.marta, people.samal))
  await acceptRequest(people.marta, asked.id)
  return { ...asked, ...(await row(asked.id)), asker: asked.asker }
}

describe('«I arrived safely»', () => {
  it('is seen by the volunteer, and twice it is once', async () => {
    const { asker, id, startsAt } = await accepted()
    const first = hoursFrom(startsAt, 1)
    await Promise.all([arrive(asker, id, first), arrive(asker, id, first)])
    await arrive(asker, id, hoursFrom(startsAt, 2))
    expect(await row(id)).toMatchObject({ status: 'accepted', arrivedAt: first })
    const days = await weekAhead(people.marta, 'ru', new Date())
    const guests = days.flatMap(({ entries }) => entries.flatMap((entry) => entry.guests))
    expect(guests.find(({ requestId }) => requestId === id)?.arrivedAt).toEqual(first)
  })

  it.each([
    ['on an earlier day', -24],
    ['when it is over', 4],
  ])('is not said of a ride %s', async (_when, hours) => {
    const { asker, id, startsAt } = await accepted()
    await expect(arrive(asker, id, hoursFrom(startsAt, hours))).rejects.toThrow('request_moved_on')
    expect((await row(id)).arrivedAt).toBeNull()
  })

  it('is said of a stay on the evening of its first night', async () => {
    const listingId = await publishHome(people.aigul, people.samal)
    const { asker, id } = await ask(listingId, { from: day(2), to: day(4) })
    await acceptRequest(people.aigul, id)
    const { startsAt } = await row(id)
    await expect(arrive(asker, id, hoursFrom(startsAt, -25))).rejects.toThrow('request_moved_on')
    await arrive(asker, id, hoursFrom(startsAt, -3))
    expect((await row(id)).arrivedAt).not.toBeNull()
  })

  it('is not said without a place, nor once it was given back', async () => {
    const { asker, id } = await ask(await publishRide(people.marta, people.samal))
    const { startsAt } = await row(id)
    await expect(arrive(asker, id, startsAt)).rejects.toThrow('request_moved_on')
    await acceptRequest(people.marta, id)
    await cancelRequest(asker, id)
    await expect(arrive(asker, id, startsAt)).rejects.toThrow('request_moved_on')
  })
})
