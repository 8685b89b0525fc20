import { beforeAll, describe, expect, it } from 'vitest'
import { suspendPerson } from '@/lib/accounts/commands'
import { db } from '@/lib/db'
import { setPlaces, withdrawListing } from '@/lib/listings/commands'
import { acceptRequest, cancelRequest } from '@/lib/requests/commands'
import type { Asker } from '@/lib/requests/links'
import { listAskerRequests, listHostRequests, weekAhead } from '@/lib/requests/queries'
import { type Cast, cast } from '@/lib/testing/cast'
import { day, publishHome } from '@/lib/testing/homes'
import { ask } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'

let people: Cast

beforeAll(async () => {
  people = await cast()
})

const now = () => new Date()
const ride = (seats = 3) => publishRide(people.marta, people.samal, { seats })
const mine = async (asker: Asker, id: string, at = now()) => {
  const found = (await listAskerRequests(asker, 'ru', at)).find((request) => request.id === id)
  if (!found) throw new Error('not behind this link')
  return found
}

describe('the private page', () => {
  it('shows where a request stands, and nothing that is private before it is accepted', async () => {
    const { asker, id } = await ask(await ride(), { adults: '2', text: 'Здравствуйте' })
    const request = await mine(asker, id)
    expect(request).toMatchObject({
      status: 'open',
      party: { adults: 2, children: 0 },
      stay: null,
      listing: {
        kind: 'ride',
        city: 'uralsk',
        from: { text: 'Сырым' },
        author: people.marta.publicName,
        isPublic: true,
      },
      released: null,
      line: null,
    })
    expect(JSON.stringify(request)).not.toMatch(/кафе|универсал|000 AAA|18:40/)
  })

  it('shows point, time, car and plate once it is accepted, until it is cancelled', async () => {
    const { asker, id } = await ask(await ride())
    await acceptRequest(people.marta, id)
    expect((await mine(asker, id)).released).toEqual({
      kind: 'ride',
      exactTime: '18:40',
      point: 'У кафе после поста',
      car: 'Белый универсал',
      plate: '000 AAA 07',
    })
    await cancelRequest(asker, id)
    expect((await mine(asker, id)).released).toBeNull()
  })

  it('shows an address, and a stay as the day of coming and the day of leaving', async () => {
    const listingId = await publishHome(people.aigul, people.samal)
    const { asker, id } = await ask(listingId, { from: day(1), to: day(3) })
    await acceptRequest(people.aigul, id)
    expect(await mine(asker, id)).toMatchObject({
      stay: { from: day(1), to: day(3) },
      released: { kind: 'housing', address: 'Улица и дом для примера' },
    })
  })

  it('shows how many wait before', async () => {
    const listingId = await ride(1)
    const first = await ask(listingId)
    await acceptRequest(people.marta, first.id)
    await ask(listingId, { line: 'take' })
    const { asker, id } = await ask(listingId, { line: 'offer' })
    expect((await mine(asker, id)).line).toEqual({ mode: 'offer', ahead: 1 })
  })

  it('says that it is over before the sweep does', async () => {
    const { asker, id } = await ask(await ride())
    const { expiresAt } = await mine(asker, id)
    expect(await mine(asker, id, expiresAt)).toMatchObject({
      status: 'expired',
      closedAt: expiresAt,
    })
  })

  it('says why a request was released', async () => {
    const withdrawn = await ride()
    const { asker, id } = await ask(withdrawn)
    const other = await ask(await ride(), {}, asker)
    await acceptRequest(people.marta, other.id)
    expect((await mine(asker, id)).releasedBecause).toBe('accepted_elsewhere')
    const third = await ask(withdrawn)
    await withdrawListing(people.marta, withdrawn)
    expect((await mine(third.asker, third.id)).releasedBecause).toBe('listing_withdrawn')
    const host = people.anna
    const fourth = await ask(await publishRide(host, people.samal))
    await suspendPerson(people.dana, host.id, 'asked for money')
    expect(await mine(fourth.asker, fourth.id)).toMatchObject({
      releasedBecause: 'listing_taken_down',
      listing: { isPublic: false },
    })
  })

  it('holds nothing of another link', async () => {
    const { asker } = await ask(await ride())
    const stranger = await ask(await ride())
    const ids = (await listAskerRequests(asker, 'ru', now())).map(({ id }) => id)
    expect(ids).not.toContain(stranger.id)
    expect(ids).toHaveLength(1)
  })
})

describe('the inbox', () => {
  it('has what waits first, with names and whether it fits', async () => {
    const listingId = await publishRide(people.dana, people.samal, { seats: 2 })
    const taken = await ask(listingId, { name: 'Ира' })
    const big = await ask(listingId, { adults: '2', name: 'Семья' })
    await acceptRequest(people.dana, taken.id)
    const small = await ask(listingId)
    const inbox = await listHostRequests(people.dana, 'ru', now())
    expect(inbox.map(({ id, name, fits }) => [id, name, fits])).toEqual([
      [small.id, null, true],
      [big.id, 'Семья', false],
      [taken.id, 'Ира', false],
    ])
  })

  it('is empty for everyone else', async () => {
    expect(await listHostRequests(people.samal, 'ru', now())).toEqual([])
    expect(await listHostRequests(people.timur, 'ru', now())).toEqual([])
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
    const { asker, id } = await ask(await ride())
    await acceptRequest(people.marta, id)
    expect(JSON.stringify(await weekAhead(people.marta, 'ru', now()))).toContain(id)
    await cancelRequest(asker, id)
    expect(JSON.stringify(await weekAhead(people.marta, 'ru', now()))).not.toContain(id)
    expect(await db.request.count({ where: { id } })).toBe(1)
  })
})
