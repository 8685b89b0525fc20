import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { askForPlaces } from '@/lib/asking/commands'
import { db } from '@/lib/db'
import { getHostRequest } from '@/lib/hosting/queries'
import { acceptRequest, cancelRequest } from '@/lib/requests/commands'
import { findAskedList, listAskerRequests } from '@/lib/requests/queries'
import { type Cast, cast } from '@/lib/testing/cast'
import { day, publishHome } from '@/lib/testing/homes'
import {
  ask,
  askForm,
  brokenRules,
  freePlaces,
  publishFullRide,
  statusOf,
} from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'
import { sayTruth } from '@/lib/truth/commands'

const HOUR_MS = 3_600_000
let people: Cast

beforeAll(async () => {
  people = await cast()
})

afterEach(async () => {
  expect(await brokenRules(new Date())).toEqual([])
})

const ride = (seats: number) => publishRide(people.marta, people.samal, { seats })
const home = (beds: number) => publishHome(people.aigul, people.samal, { beds })
const full = (seats: number) => publishFullRide(people.marta, people.samal, seats)

describe('asking', () => {
  it('is open while places are free, behind a link of its own', async () => {
    const { id, token, asker } = await ask(await ride(3), { adults: '2', children: '1' })
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(await db.request.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: 'open',
      linkId: asker.linkId,
      adults: 2,
      children: 1,
    })
  })

  it('keeps name and message sealed', async () => {
    const { id } = await ask(await ride(3), { name: 'Ира', text: 'Нас двое, есть кошка' })
    const [row] = await db.$queryRaw<{ text: string }[]>`
      SELECT request::text || message::text AS text FROM request
      JOIN message ON message.request_id = request.id WHERE request.id = ${id}::uuid`
    expect(row?.text).not.toMatch(/Ира|кошка/)
  })

  it('tells the volunteer in the same transaction', async () => {
    const { id } = await ask(await ride(3))
    const jobs = await db.$queryRaw<{ data: unknown }[]>`
      SELECT data FROM jobs.job WHERE name = 'request-mail' AND data->>'requestId' = ${id}`
    expect(jobs).toEqual([{ data: { requestId: id } }])
  })

  it('twice is one request', async () => {
    const listingId = await ride(3)
    const first = await ask(listingId)
    const again = await ask(listingId, {}, first.asker)
    expect(again.id).toBe(first.id)
  })

  it('twice at once with one token is one request behind one link', async () => {
    const form = askForm(await ride(3), { token: 'A'.repeat(43) })
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => askForPlaces(null, form, 'ru', new Date())),
    )
    expect(new Set(answers.map(({ requestId }) => requestId)).size).toBe(1)
  })

  it('for another party in the same time is refused until the first is cancelled', async () => {
    const listingId = await ride(3)
    const { asker, id } = await ask(listingId)
    await expect(ask(listingId, { adults: '2' }, asker)).rejects.toThrow('already_asked')
    await cancelRequest(asker, id)
    expect((await ask(listingId, { adults: '2' }, asker)).id).not.toBe(id)
  })

  it('needs a choice when it is full', async () => {
    const { listingId } = await full(2)
    await expect(ask(listingId)).rejects.toThrow('line:choose_line')
    expect(await statusOf((await ask(listingId, { line: 'offer' })).id)).toBe('waiting')
  })

  it('needs the same choice when its author says that it is full', async () => {
    const listingId = await ride(2)
    await sayTruth(people.marta, listingId, 'full')
    const { id } = await ask(listingId, { line: 'take' })
    await sayTruth(people.marta, listingId, 'open')
    expect(await statusOf(id)).toBe('accepted')
  })

  it('for more than there ever are is refused', async () => {
    await expect(ask(await ride(2), { adults: '3' })).rejects.toThrow('adults:more_than_places')
  })

  it('stops an hour before departure', async () => {
    const listingId = await ride(2)
    const { departsAt } = await db.ride.findUniqueOrThrow({ where: { listingId } })
    const late = new Date(departsAt.getTime() - HOUR_MS)
    await expect(ask(listingId, {}, null, late)).rejects.toThrow('too_late')
  })

  it('of a listing that nobody may see finds nothing', async () => {
    const listingId = await ride(2)
    await sayTruth(people.marta, listingId, 'tomorrow')
    await expect(ask(listingId)).rejects.toMatchObject({ name: 'NotFound' })
  })

  it.each([
    ['without days', {}, 'from:required'],
    ['for nights not offered', { from: day(5), to: day(8) }, 'from:nights_not_offered'],
    ['for longer than the host wants', { from: day(), to: day(6) }, 'to:stay_length'],
    ['in the past', { from: day(-1), to: day(1) }, 'from:in_the_past'],
  ])('for a home %s is refused', async (_what, days, refusal) => {
    const listingId = await publishHome(people.aigul, people.samal, { maxNights: 5 })
    await expect(ask(listingId, days)).rejects.toThrow(refusal)
  })

  it('for women only is for listings that offer it, and another request than without', async () => {
    const womenOnly = 'on'
    const plain = await publishRide(people.marta, people.samal)
    await expect(ask(plain, { womenOnly })).rejects.toThrow('women_only_not_offered')
    const listings = [
      await publishRide(people.marta, people.samal, { womenOnRequest: true }),
      await publishHome(people.aigul, people.samal, { suits: ['womenOnRequest'] }),
    ]
    for (const listingId of listings) {
      const nights = { from: day(1), to: day(2) }
      const { asker, id } = await ask(listingId, { womenOnly, ...nights })
      const [own] = await listAskerRequests(asker, 'ru', new Date())
      expect(own?.party).toEqual({ adults: 1, children: 0, womenOnly: true })
      await expect(ask(listingId, nights, asker)).rejects.toThrow('already_asked')
      expect((await ask(listingId, { womenOnly, ...nights }, asker)).id).toBe(id)
    }
  })

  it('for women only stays heard when the volunteer no longer offers it', async () => {
    const listingId = await publishRide(people.marta, people.samal, { womenOnRequest: true })
    const { id } = await ask(listingId, { womenOnly: 'on' })
    await db.ride.update({ where: { listingId }, data: { womenOnRequest: false } })
    await acceptRequest(people.marta, id)
    const request = await getHostRequest(people.marta, id, 'ru', new Date())
    expect(request.party.womenOnly).toBe(true)
  })

  it('ends at twenty on one listing', async () => {
    const listingId = await ride(50)
    const parties = Array.from({ length: 25 }, () => ask(listingId))
    const answers = await Promise.allSettled(parties)
    const refused = answers.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(5)
    for (const { reason } of refused as PromiseRejectedResult[]) {
      expect(reason).toMatchObject({ code: 'too_many_requests' })
    }
    expect(await findAskedList(listingId, new Date())).toEqual({
      kind: 'ride',
      city: 'uralsk',
      date: day(1),
    })
  })

  it('ends at six behind one link', async () => {
    const { asker } = await ask(await ride(3))
    for (let count = 1; count < 6; count += 1) await ask(await ride(3), {}, asker)
    await expect(ask(await ride(3), {}, asker)).rejects.toThrow('too_many_of_yours')
  })
})

describe('accepting', () => {
  it('sets aside all places of every night', async () => {
    const listingId = await home(3)
    const { id } = await ask(listingId, { adults: '2', from: day(1), to: day(3) })
    await acceptRequest(people.aigul, id)
    expect(await freePlaces(listingId)).toEqual([3, 1, 1, 3, 3, 3, 3])
  })

  it('twice, in two tabs at once, is once', async () => {
    const listingId = await ride(3)
    const { id } = await ask(listingId, { adults: '2' })
    await Promise.all(Array.from({ length: 8 }, () => acceptRequest(people.marta, id)))
    expect(await freePlaces(listingId)).toEqual([1])
  })

  it('of two who want the last places refuses one', async () => {
    const listingId = await ride(3)
    const first = await ask(listingId, { adults: '2' })
    const second = await ask(listingId, { adults: '2' })
    const answers = await Promise.allSettled(
      [first, second].map(({ id }) => acceptRequest(people.marta, id)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await freePlaces(listingId)).toEqual([1])
  })

  it('is for the host alone', async () => {
    const { id } = await ask(await ride(3))
    for (const actor of [people.aigul, people.samal, people.dana]) {
      await expect(acceptRequest(actor, id)).rejects.toMatchObject({ name: 'NotFound' })
    }
  })

  it('releases what the same party asked for in that time, and the next in line gets it', async () => {
    const { listingId, guest } = await full(2)
    const waits = await ask(listingId, { line: 'offer' })
    const alsoWaits = await ask(listingId, { adults: '2', line: 'take' })
    const elsewhere = await ask(await ride(2), {}, waits.asker)
    await cancelRequest(guest.asker, guest.id)
    expect(await statusOf(waits.id)).toBe('offered')
    expect(await statusOf(alsoWaits.id)).toBe('waiting')
    await acceptRequest(people.marta, elsewhere.id)
    expect(await statusOf(waits.id)).toBe('released')
    expect(await statusOf(alsoWaits.id)).toBe('accepted')
  })

  it.each(Array.from({ length: 10 }, (_, turn) => turn))(
    'while the same party asks elsewhere leaves nothing to wait for (%i)',
    async () => {
      const { id, asker } = await ask(await ride(2))
      const listingId = await ride(2)
      await Promise.all([
        acceptRequest(people.marta, id),
        ask(listingId, {}, asker).catch((error) =>
          expect(error).toMatchObject({ code: 'overlaps' }),
        ),
      ])
    },
  )

  it('too late is refused', async () => {
    const { id } = await ask(await ride(3))
    const { expiresAt } = await db.request.findUniqueOrThrow({ where: { id } })
    await expect(acceptRequest(people.marta, id, expiresAt)).rejects.toThrow('request_moved_on')
  })
})
