import { beforeAll, describe, expect, it } from 'vitest'
import { suspendPerson } from '@/lib/accounts/commands'
import { getOwn, getOwnForm, getPerson, listOwn, listPeople } from '@/lib/accounts/queries'
import { db } from '@/lib/db'
import { Conflict, Forbidden, NotFound } from '@/lib/errors'
import { changeListing, withdrawListing } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import { HOUSE_ID, settleHouse } from '@/lib/registry/house'
import { type Cast, cast } from '@/lib/testing/cast'
import { publishHome } from '@/lib/testing/homes'
import { offerRide, publishRide, rideForm } from '@/lib/testing/rides'

let people: Cast

beforeAll(async () => {
  people = await cast()
})

const idsOf = async (which: 'current' | 'past') =>
  (await listOwn(people.marta, which, new Date())).map(({ id }) => id)

describe('my listings', () => {
  it('are one’s own, the newest first, what is past apart', async () => {
    await offerRide(people.aigul)
    const waiting = await offerRide(people.marta)
    const published = await publishRide(people.marta, people.samal)
    const withdrawn = await offerRide(people.marta)
    await withdrawListing(people.marta, withdrawn)
    const over = await publishRide(people.marta, people.samal)
    await db.listing.update({ where: { id: over }, data: { expiresAt: new Date() } })
    expect(await idsOf('current')).toEqual([published, waiting])
    expect(await idsOf('past')).toEqual([over, withdrawn])
  })

  it('say what a moderator asked for, until it is published', async () => {
    const id = await offerRide(people.marta)
    const asked = { listingId: id, version: 1, note: 'Напишите проще' }
    await decide(people.samal, { ...asked, action: 'request_changes', reason: 'unclear' })
    expect((await getOwn(people.marta, id)).lastDecision).toEqual({
      action: 'request_changes',
      reason: 'unclear',
      note: 'Напишите проще',
    })
    const published = await publishRide(people.marta, people.samal)
    expect((await getOwn(people.marta, published)).lastDecision).toBeNull()
  })

  it('count places: all of a ride, the fewest free of a home’s nights', async () => {
    const ride = await publishRide(people.marta, people.samal, { seats: 4 })
    await db.capacity.updateMany({ where: { listingId: ride }, data: { held: 1 } })
    expect((await getOwn(people.marta, ride)).places).toEqual({ free: 3, total: 4 })
    const home = await publishHome(people.marta, people.samal, { beds: 5 })
    const { id } = await db.capacity.findFirstOrThrow({
      where: { listingId: home },
      orderBy: { night: 'desc' },
    })
    await db.capacity.update({ where: { id }, data: { held: 2 } })
    expect((await getOwn(people.marta, home)).places).toEqual({ free: 3, total: 5 })
  })

  it("another's does not exist, private part included", async () => {
    const id = await publishRide(people.marta, people.samal)
    for (const other of [people.aigul, people.samal, people.dana]) {
      await expect(getOwn(other, id)).rejects.toThrow(NotFound)
      await expect(getOwnForm(other, id)).rejects.toThrow(NotFound)
    }
  })
})

describe('the form of one’s own listing', () => {
  it('is what was sent, private part included', async () => {
    const id = await publishRide(people.marta, people.samal)
    expect(await getOwnForm(people.marta, id)).toEqual({
      kind: 'ride',
      version: 2,
      input: rideForm(),
    })
  })

  it('goes on from a change that waits or was sent back, with the places of now', async () => {
    const id = await publishRide(people.marta, people.samal)
    const change = rideForm({ body: 'Новый текст', plate: '777 XXX 01', seats: 2 })
    await changeListing(people.marta, id, 2, 'ru', change)
    expect((await getOwnForm(people.marta, id)).input).toEqual(change)
    await db.capacity.updateMany({ where: { listingId: id }, data: { total: 5 } })
    expect((await getOwnForm(people.marta, id)).input).toEqual({ ...change, seats: 5 })

    const revision = await db.listingRevision.findFirstOrThrow({ where: { listingId: id } })
    const asked = { listingId: id, revisionId: revision.id, version: 2, note: '' }
    await decide(people.samal, { ...asked, action: 'reject', reason: 'duplicate' })
    expect((await getOwnForm(people.marta, id)).input).toEqual(rideForm({ seats: 5 }))
  })
})

describe('people', () => {
  it('are for staff alone', async () => {
    for (const actor of [people.marta, people.anna]) {
      await expect(listPeople(actor)).rejects.toThrow(Forbidden)
      await expect(getPerson(actor, people.timur.id)).rejects.toThrow(Forbidden)
    }
  })

  it('who wait to be verified come first, and nobody’s address is told', async () => {
    const entries = await listPeople(people.samal)
    expect(entries[0]).toMatchObject({ name: 'Тимур', verified: false, suspended: false })
    expect(entries.find(({ id }) => id === people.oleg.id)).toMatchObject({ suspended: true })
    const person = await getPerson(people.samal, people.marta.id)
    expect(person.verification).toMatchObject({ by: 'Самал' })
    expect(JSON.stringify([entries, person])).not.toMatch(/example\.org|k1\./)
  })

  it('the house is no person: not in the list, without a page, and never suspended', async () => {
    await db.$transaction((tx) => settleHouse(tx, people.samal.id))
    expect((await listPeople(people.samal)).map(({ id }) => id)).not.toContain(HOUSE_ID)
    await expect(getPerson(people.samal, HOUSE_ID)).rejects.toThrow(NotFound)
    await expect(suspendPerson(people.samal, HOUSE_ID, 'rules')).rejects.toThrow(Conflict)
  })

  it('who do not exist are not found', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000'
    await expect(getPerson(people.samal, nobody)).rejects.toThrow(NotFound)
  })
})
