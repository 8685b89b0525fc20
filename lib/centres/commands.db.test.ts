import { beforeAll, describe, expect, it } from 'vitest'
import { centreKind } from '@/lib/centres/commands'
import { db } from '@/lib/db'
import { changeListing } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import { dayColumn } from '@/lib/places/city-time'
import { type Cast, cast } from '@/lib/testing/cast'
import { helpPointForm, offerCentre, officeForm, publishCentre } from '@/lib/testing/centres'

const publicBuilding = helpPointForm({ publicBuilding: true, publicAddress: 'Дом для всех' })
let people: Cast

beforeAll(async () => {
  people = await cast()
})

const listing = (id: string) => db.listing.findUniqueOrThrow({ where: { id } })
const centre = (id: string) => db.centre.findUniqueOrThrow({ where: { listingId: id } })

describe('offering a centre', () => {
  it('gives back the form as it was sent', async () => {
    const form = helpPointForm({ stepFree: null, services: ['translation'] })
    const id = await offerCentre(people.timur, form)
    expect(await centreKind.read(db, id)).toEqual(form)
    expect(await listing(id)).toMatchObject({ status: 'pending', expiresAt: null })
  })

  it('gives back the form of an office as it was sent', async () => {
    const form = officeForm({ publicPhone: '+77172555555', hours: [] })
    const id = await offerCentre(people.samal, form)
    expect(await centreKind.read(db, id)).toEqual(form)
  })

  it('seals the address of a help point', async () => {
    const id = await offerCentre(people.marta)
    const [row] = await db.$queryRaw<{ text: string }[]>`
      SELECT centre::text AS text FROM centre WHERE listing_id = ${id}::uuid`
    expect(row?.text).not.toContain('примера')
    expect((await centre(id)).publicAddress).toBeNull()
  })

  it('keeps the address of an office and of a public building open', async () => {
    const office = await offerCentre(people.samal, officeForm())
    const hall = await offerCentre(people.samal, publicBuilding)
    for (const id of [office, hall]) expect((await centre(id)).publicAddress).toBe('Дом для всех')
  })

  it.each([
    ['an office', officeForm()],
    ['a public building', publicBuilding],
    ['a public phone', helpPointForm({ publicPhone: '+77172555555' })],
  ])('of a volunteer must not be %s', async (_, form) => {
    await expect(offerCentre(people.anna, form)).rejects.toThrow('centre.offerOfficial')
  })

  it('needs no legal duties to be read', async () => {
    await expect(offerCentre(people.anna)).resolves.toEqual(expect.any(String))
  })
})

describe('changing a centre', () => {
  it('keeps its place in the list, its week anew and its dated exceptions', async () => {
    const id = await offerCentre(people.marta)
    const { sortAt } = await listing(id)
    const exception = { listingId: id, day: dayColumn('2026-12-16') }
    await db.openingException.create({ data: exception })
    const hours = [
      { weekday: 1, opens: 600, closes: 780 },
      { weekday: 6, opens: 600, closes: 1440 },
    ]
    await changeListing(people.marta, id, 1, 'ru', helpPointForm({ hours }))
    expect((await centreKind.read(db, id)).hours).toEqual(hours)
    expect((await listing(id)).sortAt).toEqual(sortAt)
    expect(await db.openingException.count({ where: exception })).toBe(1)
  })

  it('waits for review once it is published, the address sealed', async () => {
    const id = await publishCentre(people.marta, people.samal)
    const change = helpPointForm({ title: 'Помощь переехала', address: 'Другой дом для примера' })
    await changeListing(people.marta, id, 2, 'ru', change)
    expect((await listing(id)).title).toBe('Помощь с ИИН у вокзала')

    const revision = await db.listingRevision.findFirstOrThrow({ where: { listingId: id } })
    expect(JSON.stringify(revision.proposal)).not.toContain('примера')
    const approval = { action: 'approve', reason: 'fine', note: '' } as const
    await decide(people.samal, { ...approval, listingId: id, revisionId: revision.id, version: 2 })
    expect(await centreKind.read(db, id)).toEqual(change)
  })

  it('is nothing to review when nothing changed', async () => {
    const id = await publishCentre(people.marta, people.samal)
    await changeListing(people.marta, id, 2, 'ru', helpPointForm())
    expect(await db.listingRevision.count({ where: { listingId: id } })).toBe(0)
  })
})

describe('the database', () => {
  const refused = (id: string, data: object) =>
    expect(db.centre.update({ where: { listingId: id }, data })).rejects

  it('refuses an address, a phone and no source where they must not be', async () => {
    const id = await offerCentre(people.marta)
    await refused(id, { publicAddress: 'Дом' }).toThrow('centre_address_public_only_when_safe')
    await refused(id, { publicPhone: '+77172555555' }).toThrow('centre_phone_only_when_official')
    await refused(id, { centreKind: 'service_centre' }).toThrow('centre_official_has_source')
    await refused(id, { addressSealed: 'Дом' }).toThrow('centre_address_sealed')
  })

  it('refuses hours that overlap', async () => {
    const id = await offerCentre(people.marta)
    const overlapping = { listingId: id, weekday: 1, opens: 1000, closes: 1200 }
    await expect(db.openingHours.create({ data: overlapping })).rejects.toThrow(
      'opening_hours_do_not_overlap',
    )
  })
})
