import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { suspendPerson } from '@/lib/accounts/commands'
import { db } from '@/lib/db'
import { setPlaces, withdrawListing } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import {
  acceptRequest,
  cancelRequest,
  declineRequest,
  expireDue,
  refuseOffer,
  takeOffer,
} from '@/lib/requests/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { ask, brokenRules, freePlaces, publishFullRide, statusOf } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'
import { sayTruth } from '@/lib/truth/commands'

let people: Cast

beforeAll(async () => {
  people = await cast()
})

afterEach(async () => {
  expect(await brokenRules(new Date())).toEqual([])
})

const full = (seats: number) => publishFullRide(people.marta, people.samal, seats)

describe('the line', () => {
  it('offers to the first that fits, who takes it', async () => {
    const { listingId } = await full(2)
    const big = await ask(listingId, { adults: '2', line: 'offer' })
    const small = await ask(listingId, { line: 'offer' })
    await setPlaces(people.marta, listingId, 3)
    expect([await statusOf(big.id), await statusOf(small.id)]).toEqual(['waiting', 'offered'])
    await takeOffer(small.asker, small.id)
    await takeOffer(small.asker, small.id)
    expect(await statusOf(small.id)).toBe('accepted')
    expect(await freePlaces(listingId)).toEqual([0])
  })

  it('goes on when an offer is turned down, and when it lapses', async () => {
    const { listingId, guest } = await full(1)
    const [a, b, c] = [
      await ask(listingId, { line: 'offer' }),
      await ask(listingId, { line: 'offer' }),
      await ask(listingId, { line: 'offer' }),
    ]
    await declineRequest(people.marta, guest.id)
    expect(await statusOf(a.id)).toBe('offered')
    await refuseOffer(a.asker, a.id)
    expect([await statusOf(a.id), await statusOf(b.id)]).toEqual(['cancelled', 'offered'])
    const { offerEndsAt } = await db.request.findUniqueOrThrow({ where: { id: b.id } })
    await expireDue(offerEndsAt ?? new Date())
    expect([await statusOf(b.id), await statusOf(c.id)]).toEqual(['waiting', 'offered'])
    await expect(takeOffer(b.asker, b.id)).rejects.toThrow('offer_over')
  })

  it.each(Array.from({ length: 10 }, (_, turn) => turn))(
    'gives nobody two offers when places come free on two rides at once (%i)',
    async () => {
      const rides = [await full(1), await full(1)]
      const { asker } = await ask(rides[0]?.listingId ?? '', { line: 'offer' })
      await ask(rides[1]?.listingId ?? '', { line: 'offer' }, asker)
      await Promise.all(rides.map(({ guest }) => cancelRequest(guest.asker, guest.id)))
      const offers = await db.request.count({ where: { linkId: asker.linkId, status: 'offered' } })
      expect(offers).toBe(1)
    },
  )

  it('gives nobody two offers for one time', async () => {
    const first = await full(1)
    const second = await full(1)
    const { asker, id } = await ask(first.listingId, { line: 'offer' })
    const other = await ask(second.listingId, { line: 'offer' }, asker)
    await cancelRequest(first.guest.asker, first.guest.id)
    await cancelRequest(second.guest.asker, second.guest.id)
    expect([await statusOf(id), await statusOf(other.id)]).toEqual(['offered', 'waiting'])
    await refuseOffer(asker, id)
    expect(await statusOf(other.id)).toBe('offered')
  })
})

describe('whoever asked while places were free', () => {
  const fills = {
    'by a yes to another': async (listingId: string) => {
      const other = await ask(listingId, { adults: '2' })
      return async () => {
        await acceptRequest(people.marta, other.id)
        return () => cancelRequest(other.asker, other.id)
      }
    },
    'by fewer places': async (listingId: string) => async () => {
      await setPlaces(people.marta, listingId, 1)
      return () => setPlaces(people.marta, listingId, 2)
    },
    'by the word of the volunteer': async (listingId: string) => async () => {
      await sayTruth(people.marta, listingId, 'full')
      return () => sayTruth(people.marta, listingId, 'open')
    },
  }

  it.each(Object.entries(fills))('stands first in line once it is full %s', async (_how, fill) => {
    const listingId = await publishRide(people.marta, people.samal, { seats: 2 })
    const [earlier, undecided] = [
      await ask(listingId, { adults: '2', line: 'take' }),
      await ask(listingId, { adults: '2' }),
    ]
    const makeFull = await fill(listingId)
    const queued = await db.request.findUniqueOrThrow({ where: { id: earlier.id } })
    const makeFree = await makeFull()
    const after = await db.request.findUniqueOrThrow({ where: { id: earlier.id } })
    expect(after).toMatchObject({ status: 'waiting', queuedAt: queued.queuedAt })
    expect(await statusOf(undecided.id)).toBe('open')
    const later = await ask(listingId, { line: 'take' })
    await makeFree()
    expect([await statusOf(earlier.id), await statusOf(later.id)]).toEqual(['accepted', 'waiting'])
  })

  it('still gets a yes, a no or an end in time', async () => {
    const listingId = await publishRide(people.marta, people.samal, { seats: 2 })
    const asked = [
      await ask(listingId, { adults: '2', line: 'offer' }),
      await ask(listingId, { adults: '2', line: 'offer' }),
      await ask(listingId, { adults: '2', line: 'offer' }),
    ]
    const [yes, no, late] = asked.map(({ id }) => id) as [string, string, string]
    await sayTruth(people.marta, listingId, 'full')
    await acceptRequest(people.marta, yes)
    await declineRequest(people.marta, no)
    const { expiresAt } = await db.request.findUniqueOrThrow({ where: { id: late } })
    await expireDue(expiresAt)
    expect(await Promise.all([yes, no, late].map(statusOf))).toEqual([
      'accepted',
      'declined',
      'expired',
    ])
  })
})

describe('the end', () => {
  it('comes by itself, and frees what was offered', async () => {
    const { listingId, guest } = await full(1)
    const offered = await ask(listingId, { line: 'offer' })
    await cancelRequest(guest.asker, guest.id)
    const { expiresAt } = await db.request.findUniqueOrThrow({ where: { id: offered.id } })
    await expireDue(expiresAt)
    expect(await statusOf(offered.id)).toBe('expired')
    expect(await freePlaces(listingId)).toEqual([1])
  })

  it.each([
    ['withdrawn', (id: string) => withdrawListing(people.marta, id)],
    [
      'taken down',
      (listingId: string) =>
        decide(people.erzhan, {
          listingId,
          version: 2,
          action: 'take_down',
          reason: 'looks_like_fraud',
          note: '',
        }),
    ],
  ])('releases everyone when the listing is %s', async (_how, end) => {
    const { listingId, guest } = await full(2)
    const waits = await ask(listingId, { line: 'take' })
    await end(listingId)
    expect([await statusOf(guest.id), await statusOf(waits.id)]).toEqual(['released', 'released'])
    expect(await freePlaces(listingId)).toEqual([2])
  })

  it('releases everyone when the volunteer is suspended', async () => {
    const listings = [
      await publishRide(people.anna, people.samal),
      await publishRide(people.anna, people.samal),
    ]
    const guests = await Promise.all(listings.map((listingId) => ask(listingId)))
    await suspendPerson(people.dana, people.anna.id, 'asked_for_money')
    for (const { id } of guests) expect(await statusOf(id)).toBe('released')
  })
})
