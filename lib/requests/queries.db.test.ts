import { beforeAll, describe, expect, it } from 'vitest'
import { suspendPerson } from '@/lib/accounts/commands'
import { withdrawListing } from '@/lib/listings/commands'
import { acceptRequest, cancelRequest } from '@/lib/requests/commands'
import type { Asker } from '@/lib/requests/links'
import { listAskerRequests } from '@/lib/requests/queries'
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
    await suspendPerson(people.dana, host.id, 'asked_for_money')
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
