import { beforeAll, describe, expect, it } from 'vitest'
import { verifyPerson } from '@/lib/accounts/commands'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import {
  countUnanswered,
  getHostRequest,
  INBOX_GROUPS,
  INBOX_SIZE,
  type InboxEntry,
  listHostRequests,
  weekAhead,
} from '@/lib/hosting/queries'
import { setPlaces } from '@/lib/listings/commands'
import { acceptRequest, cancelRequest, declineRequest } from '@/lib/requests/commands'
import { actorOf, type Cast, cast } from '@/lib/testing/cast'
import { day, publishHome } from '@/lib/testing/homes'
import { ask } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'

const now = () => new Date()
let people: Cast

beforeAll(async () => {
  people = await cast()
})

describe('countUnanswered', () => {
  it('counts what waits for one’s own answer, and since when', async () => {
    const { marta, aigul, samal } = people
    const ride = await publishRide(marta, samal)
    expect(await countUnanswered(marta, new Date())).toEqual({ count: 0, since: null })
    const first = await ask(ride)
    await ask(ride)
    const { createdAt: since } = await db.request.findUniqueOrThrow({ where: { id: first.id } })
    expect(await countUnanswered(marta, new Date())).toEqual({ count: 2, since })
    expect(await countUnanswered(aigul, new Date())).toEqual({ count: 0, since: null })
  })

  it('leaves out what was answered, waits in line or ended by itself', async () => {
    const { anna, samal } = people
    const ride = await publishRide(anna, samal, { seats: 1 })
    const seated = await ask(ride)
    const late = await ask(ride)
    await acceptRequest(anna, seated.id)
    await ask(ride, { line: 'offer' })
    expect(await countUnanswered(anna, new Date())).toMatchObject({ count: 1 })
    const { expiresAt } = await db.request.findUniqueOrThrow({ where: { id: late.id } })
    expect(await countUnanswered(anna, expiresAt)).toMatchObject({ count: 0 })
  })
})

describe('the inbox', () => {
  it('has what waits first, with names and whether it fits', async () => {
    const listingId = await publishRide(people.dana, people.samal, { seats: 2 })
    const taken = await ask(listingId, { name: 'Ира' })
    const big = await ask(listingId, { adults: '2', name: 'Семья' })
    await acceptRequest(people.dana, taken.id)
    const small = await ask(listingId)
    const { requests: inbox } = await listHostRequests(people.dana, 'ru', now())
    expect(inbox.map(({ id, group, name, fits }) => [id, group, name, fits])).toEqual([
      [big.id, 'open', 'Семья', false],
      [small.id, 'open', null, true],
      [taken.id, 'accepted', 'Ира', false],
    ])
  })

  it('has sixty requests on three pages, each once, in the order in which they are read', async () => {
    const { timur, samal } = people
    await verifyPerson(samal, timur.id, 'organisation')
    const host = await actorOf(timur.id)
    const rides = [
      await publishRide(host, samal, { day: day(2), seats: 8 }),
      await publishRide(host, samal, { day: day(1), seats: 8 }),
      await publishRide(host, samal, { day: day(3), seats: 1 }),
    ]
    const [late = '', soon = '', small = ''] = rides
    const askAtOnce = (id: string) => Promise.all(Array.from({ length: 18 }, () => ask(id)))
    const all = [
      ...(await askAtOnce(late)),
      ...(await askAtOnce(soon)),
      ...(await askAtOnce(small)),
    ]
    const of = (from: number, count: number) => all.slice(from, from + count).map(({ id }) => id)
    for (const id of [...of(0, 5), ...of(18, 4), ...of(36, 1)]) await acceptRequest(host, id)
    for (const id of of(40, 10)) await declineRequest(host, id)
    const inLine = await Promise.all(Array.from({ length: 6 }, () => ask(small, { line: 'offer' })))

    const pages: InboxEntry[][] = []
    for (let cursor: string | undefined, more = true; more; ) {
      const { requests, next } = await listHostRequests(host, 'ru', now(), cursor)
      pages.push(requests)
      cursor = next ?? undefined
      more = next !== null
    }
    expect(pages.map(({ length }) => length)).toEqual([INBOX_SIZE, INBOX_SIZE, 10])
    const seen = pages.flat()
    expect(new Set(seen.map(({ id }) => id)).size).toBe(60)
    const groups = seen.map(({ group }) => INBOX_GROUPS.indexOf(group))
    expect(groups).toEqual([...groups].sort())
    const inGroup = (group: string) => seen.filter((request) => request.group === group)
    expect(INBOX_GROUPS.map((group) => inGroup(group).length)).toEqual([34, 6, 10, 10])
    expect(await countUnanswered(host, now())).toMatchObject({ count: 34 })
    const ends = inGroup('open').map(({ expiresAt }) => expiresAt.getTime())
    expect(ends).toEqual([...ends].sort((a, b) => a - b))
    expect(inGroup('line').map(({ id }) => id)).toEqual(
      [...inLine]
        .map(({ id }) => seen.find((request) => request.id === id))
        .sort((a, b) => Number(a?.askedAt) - Number(b?.askedAt) || (a && b && a.id < b.id ? -1 : 1))
        .map((request) => request?.id),
    )
    const days = await weekAhead(host, 'ru', now())
    expect(days.map((ahead) => ahead.entries.map(({ guests }) => guests.length))).toEqual([
      [4],
      [5],
      [1],
    ])
  })

  it('begins at the beginning for a cursor that nobody gave out', async () => {
    const [first] = (await listHostRequests(people.dana, 'ru', now())).requests
    for (const cursor of [
      '',
      'x',
      '0.1.2',
      '9.1.1.a',
      '0.1.1.00000000-0000-4000-8000-00000000000g',
    ]) {
      const { requests } = await listHostRequests(people.dana, 'ru', now(), cursor)
      expect(requests[0]?.id).toBe(first?.id)
    }
  })

  it('opens one’s own requests and nobody else’s', async () => {
    const { id } = await ask(await publishRide(people.marta, people.samal))
    expect(await getHostRequest(people.marta, id, 'ru', now())).toMatchObject({ id, fits: true })
    for (const actor of [people.aigul, people.dana]) {
      await expect(getHostRequest(actor, id, 'ru', now())).rejects.toThrow(NotFound)
    }
  })

  it('is empty for everyone else', async () => {
    const nothing = { requests: [], next: null }
    expect(await listHostRequests(people.samal, 'ru', now())).toEqual(nothing)
    expect(await listHostRequests(people.aigul, 'ru', now())).toEqual(nothing)
  })
})

describe('the week ahead', () => {
  it('has each day on which someone is expected, every night of a stay', async () => {
    const home = await publishHome(people.erzhan, people.samal, { beds: 3 })
    const ride = await publishRide(people.erzhan, people.samal, { seats: 3 })
    const guest = await ask(home, { adults: '2', name: 'Ира', from: day(1), to: day(3) })
    const rider = await ask(ride)
    await ask(ride)
    await acceptRequest(people.erzhan, guest.id)
    await acceptRequest(people.erzhan, rider.id)
    await setPlaces(people.erzhan, ride, 4)
    const week = await weekAhead(people.erzhan, 'ru', now())
    const seen = week.map(({ day, entries }) => [
      day,
      entries.map(({ listing, held, total, guests }) => [
        listing.kind,
        held,
        total,
        guests.map(({ name }) => name),
      ]),
    ])
    const stay = ['housing', 2, 3, ['Ира']]
    expect(seen).toEqual([
      [day(1), [['ride', 1, 4, [null]], stay]],
      [day(2), [stay]],
    ])
  })

  it('has nothing of others, and nothing that is cancelled', async () => {
    const { asker, id } = await ask(await publishRide(people.marta, people.samal))
    await acceptRequest(people.marta, id)
    expect(JSON.stringify(await weekAhead(people.marta, 'ru', now()))).toContain(id)
    await cancelRequest(asker, id)
    expect(JSON.stringify(await weekAhead(people.marta, 'ru', now()))).not.toContain(id)
    expect(await db.request.count({ where: { id } })).toBe(1)
  })
})
