import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import {
  discardImport,
  goOnWithImport,
  prepareCentre,
  prepareFile,
  publishImport,
} from '@/lib/imports/commands'
import { getImport } from '@/lib/imports/queries'
import { changeListing, withdrawListing } from '@/lib/listings/commands'
import { dayColumn } from '@/lib/places/city-time'
import { type CentreFacts, COLUMNS } from '@/lib/registry/columns'
import { editCentre } from '@/lib/registry/commands'
import { writeTable } from '@/lib/registry/csv'
import { HOUSE_ID } from '@/lib/registry/house'
import { listFacts } from '@/lib/registry/queries'
import { listStaffLog } from '@/lib/staff-log/queries'
import { type Cast, cast } from '@/lib/testing/cast'
import { helpPointForm, officeFacts, officeForm, publishCentre } from '@/lib/testing/centres'
import { askWhatFades } from '@/lib/truth/commands'

/** The first has to compile what the others find warm; many rows take their time. */
const SLOW = { timeout: 60_000 }

let people: Cast
beforeAll(async () => {
  people = await cast()
})

const bytes = (text: string) => new TextEncoder().encode(text)
const batch = (id: string, actor: Actor = people.samal) => getImport(actor, id, {})

/** Hands in a file and has it checked. */
async function checked(file: string, actor: Actor = people.samal): Promise<string> {
  const id = await prepareFile(actor, bytes(file))
  await goOnWithImport({ importId: id })
  return id
}

/** Hands in centres and has another publish them. */
async function brought(...centres: CentreFacts[]): Promise<string> {
  const id = await checked(writeTable(centres))
  await publishImport(people.erzhan, id, '')
  await goOnWithImport({ importId: id })
  return id
}

const byKey = (key: string) =>
  db.listing.findFirst({ where: { centre: { key } }, include: { centre: true } })
const office = (key: string, change: Partial<CentreFacts> = {}) =>
  officeFacts({ key, title: `Центр для примера ${key}`, ...change })
const exported = async () => writeTable(await listFacts(people.samal, new Date()))

describe('a file of centres', () => {
  it('is shown row by row, and nothing is written before it is published', SLOW, async () => {
    await brought(office('dry:1'), office('dry:2'))
    const before = await db.listing.count()
    const file = writeTable([
      office('dry:1'),
      office('dry:2', { fees: 'Платно', hours: [] }),
      office('dry:3'),
      office('dry:3', { title: 'Ещё раз тот же ключ' }),
      office('dry:4', { title: 'Центр для примера dry:3' }),
      office('dry:5', { title: 'Центр для примера dry:1' }),
      office('dry:6', { city: 'nowhere' as 'astana', title: '' }),
    ])
    const view = await batch(await checked(file))
    expect(view.counts).toEqual({ new: 1, changed: 1, unchanged: 1, duplicate: 3, error: 1 })
    expect(view.rows.map(({ line, fate }) => `${line} ${fate}`)).toEqual([
      '2 unchanged',
      '3 changed',
      '4 new',
      '5 duplicate',
      '6 duplicate',
      '7 duplicate',
      '8 error',
    ])
    expect(view.rows[1]?.changes).toEqual([
      { column: 'hours', from: expect.stringContaining('Mo 09:00-18:00'), to: '' },
      { column: 'fees', from: 'Бесплатно', to: 'Платно' },
    ])
    expect(view.rows.slice(3).map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['key_twice'],
      ['place_twice'],
      ['place_twice'],
      ['unknown_choice', 'required'],
    ])
    expect(await db.listing.count()).toBe(before)
    await expect(publishImport(people.erzhan, view.id, '')).rejects.toThrow('import_has_errors')
  })

  it('is published whole, for everyone, by the house', async () => {
    await brought(office('whole:1', { point: { latitude: 51.2, longitude: 51.4 } }))
    expect(await byKey('whole:1')).toMatchObject({
      status: 'published',
      ownerId: HOUSE_ID,
      centre: { latitude: 51.2, publicAddress: 'Дом для всех' },
    })
    const search = await db.listingSearch.count({
      where: { listing: { centre: { key: 'whole:1' } } },
    })
    expect(search).toBe(1)
  })

  it('changes what stands: a version further, confirmed by a later day of checking', async () => {
    await brought(office('change:1'), office('change:2'))
    const old = new Date(Date.now() - 20 * 86_400_000)
    await db.listing.updateMany({
      where: { centre: { key: { startsWith: 'change:' } } },
      data: { confirmedAt: old, warningsDelivered: 1 },
    })
    const exceptions = [{ day: '2099-01-05', hours: null }]
    await brought(
      office('change:1', { title: 'Другое название', exceptions }),
      office('change:2', { checkedOn: '2026-11-21' }),
    )
    const first = await byKey('change:1')
    expect(first).toMatchObject({ title: 'Другое название', version: 2, confirmedAt: old })
    expect(await db.openingException.count({ where: { listingId: first?.id } })).toBe(1)
    const second = await byKey('change:2')
    expect(second?.warningsDelivered).toBe(0)
    expect(second?.confirmedAt.getTime()).toBeGreaterThan(old.getTime())
  })

  it('comes back the same: what was exported changes nothing', async () => {
    await publishCentre(people.marta, people.samal, helpPointForm({ title: '=Формула' }))
    await brought(office('trip:1', { fees: '-1', documents: 'а\n"б", в' }), office('trip:2'))
    const again = await batch(await checked(await exported()))
    expect(again.counts).toEqual({
      new: 0,
      changed: 0,
      duplicate: 0,
      error: 0,
      unchanged: again.lines,
    })
  })

  it('leaves what an author sealed, and waits while they propose a change', async () => {
    const id = await publishCentre(people.marta, people.samal, helpPointForm({ title: 'У Марты' }))
    const { addressSealed } = await db.centre.findUniqueOrThrow({ where: { listingId: id } })
    const mine = (await listFacts(people.samal, new Date())).filter(({ key }) => key === id)
    const changed = mine.map((facts) => ({ ...facts, fees: 'Всё бесплатно' }))
    await brought(...changed)
    const after = await db.centre.findUniqueOrThrow({ where: { listingId: id } })
    expect(after).toMatchObject({ fees: 'Всё бесплатно', addressSealed })

    await changeListing(people.marta, id, 3, 'ru', helpPointForm({ title: 'У Марты дома' }))
    const view = await batch(await checked(writeTable(mine)))
    expect(view.rows[0]?.problems).toEqual([{ column: 'key', code: 'change_waits' }])
    await withdrawListing(people.marta, id)
    const gone = await batch(await checked(writeTable(mine)))
    expect(gone.rows[0]?.problems).toEqual([{ column: 'key', code: 'not_published' }])
  })

  it('is out of date, and writes nothing, when a centre changed meanwhile', async () => {
    await brought(office('late:1'), office('late:2'))
    const file = writeTable([
      office('late:0'),
      office('late:1', { fees: 'Из файла' }),
      office('late:2', { fees: 'Из файла' }),
    ])
    const id = await checked(file)
    const standing = await byKey('late:2')
    await editCentre(people.erzhan, standing?.id ?? '', 1, 'ru', officeForm({ fees: 'Из формы' }))
    await publishImport(people.erzhan, id, '')
    await goOnWithImport({ importId: id })
    expect((await batch(id)).status).toBe('outdated')
    expect(await byKey('late:0')).toBeNull()
    expect((await byKey('late:1'))?.centre?.fees).toBe('Бесплатно')
  })

  it('is written once, however often and however many at once are told to', async () => {
    const id = await checked(writeTable([office('once:1'), office('once:2')]))
    await publishImport(people.erzhan, id, '')
    await Promise.all([1, 2, 3].map(() => goOnWithImport({ importId: id })))
    await goOnWithImport({ importId: id })
    expect((await batch(id)).status).toBe('published')
    expect(await db.centre.count({ where: { key: { startsWith: 'once:' } } })).toBe(2)
  })

  it('can be thrown away until it is published', async () => {
    const id = await checked(writeTable([office('away:1')]))
    await discardImport(people.erzhan, id)
    await discardImport(people.erzhan, id)
    await expect(batch(id)).rejects.toThrow('import')
    await goOnWithImport({ importId: id })
    expect(await byKey('away:1')).toBeNull()
  })

  it('of several hundred rows says how far it is', SLOW, async () => {
    const many = Array.from({ length: 300 }, (_, n) => office(`many:${n}`))
    const id = await brought(...many)
    expect(await batch(id)).toMatchObject({ status: 'published', lines: 300, done: 300 })
    expect(await db.centre.count({ where: { key: { startsWith: 'many:' } } })).toBe(300)
  })

  it('is not for volunteers', async () => {
    await expect(prepareFile(people.anna, bytes(COLUMNS.join(',')))).rejects.toThrow(
      'registry.keep',
    )
    const id = await checked(writeTable([office('no:1')]))
    await expect(publishImport(people.anna, id, '')).rejects.toThrow('registry.keep')
    await expect(discardImport(people.marta, id)).rejects.toThrow('registry.keep')
    await expect(batch(id, people.marta)).rejects.toThrow('registry.keep')
  })
})

describe('the second person', () => {
  const prepared = (actor: Actor) => prepareCentre(actor, 'ru', officeForm({ title: 'Из формы' }))
  const retire = (...who: Actor[]) =>
    db.account.updateMany({
      where: { id: { in: who.map(({ id }) => id) } },
      data: { role: 'volunteer' },
    })

  it('publishes what another prepared in a form', async () => {
    const id = await prepared(people.samal)
    expect(await batch(id)).toMatchObject({ publishing: 'another', counts: { new: 1 } })
    expect(await batch(id, people.erzhan)).toMatchObject({ publishing: 'yes' })
    await expect(publishImport(people.samal, id, 'Сама')).rejects.toThrow('own_import')
    await publishImport(people.erzhan, id, '')
    await expect(publishImport(people.erzhan, id, '')).rejects.toThrow('impossible_now')
    await goOnWithImport({ importId: id })
    expect(await db.listing.count({ where: { title: 'Из формы', status: 'published' } })).toBe(1)
  })

  it('owns none of the centres that are changed', async () => {
    const own = await publishCentre(people.erzhan, people.samal, officeForm({ title: 'Ержана' }))
    const facts = (await listFacts(people.samal, new Date())).filter(({ key }) => key === own)
    const id = await checked(writeTable(facts.map((one) => ({ ...one, fees: 'Другая цена' }))))
    await expect(publishImport(people.erzhan, id, '')).rejects.toThrow('own_import')
    await expect(publishImport(people.dana, id, '')).resolves.toBeUndefined()
  })

  it('may be missed only by an admin, with a reason, while fewer than three are active', async () => {
    const id = await prepared(people.dana)
    await expect(publishImport(people.dana, id, 'Больше некому')).rejects.toThrow('own_import')
    await retire(people.samal)
    expect(await batch(id, people.dana)).toMatchObject({ publishing: 'alone' })
    await expect(publishImport(people.dana, id, '')).rejects.toThrow('own_import')
    await publishImport(people.dana, id, 'Больше некому')
    await goOnWithImport({ importId: id })
    expect(await batch(id, people.erzhan)).toMatchObject({
      status: 'published',
      alone: { name: 'Дана', why: 'Больше некому' },
    })
    await db.account.update({ where: { id: people.samal.id }, data: { role: 'moderator' } })

    const { entries } = await listStaffLog(people.dana, { about: id })
    expect(entries.map(({ why, actor }) => `${actor?.name} ${why}`)).toEqual([
      'Дана ',
      'Дана alone',
      'Дана ',
    ])
  })
})

describe('what the house keeps', () => {
  it('is logged centre by centre, with what an office says', async () => {
    await brought(office('log:1'))
    await brought(office('log:1', { fees: 'Новая цена', publicPhone: '+77172555555' }))
    const about = (await byKey('log:1'))?.id
    const { entries } = await listStaffLog(people.dana, { about, subject: 'centre' })
    expect(entries[0]).toMatchObject({
      actor: { name: 'Ержан' },
      changes: [
        { field: 'fees', from: 'Бесплатно', to: 'Новая цена' },
        { field: 'public_phone', from: null, to: '+77172555555' },
      ],
    })
  })

  it('is asked of nobody by mail', async () => {
    await brought(office('mail:1'))
    const where = { centre: { key: 'mail:1' } }
    const old = new Date(Date.now() - 40 * 86_400_000)
    await db.listing.updateMany({ where, data: { confirmedAt: old } })
    await askWhatFades(new Date())
    expect(await db.listing.findFirst({ where })).toMatchObject({ truthAskedAt: null })
  })

  it('says the dated exceptions from today on', async () => {
    await brought(office('days:1'))
    const listingId = (await byKey('days:1'))?.id ?? ''
    const days = ['2020-01-01', '2099-01-01'].map((day) => ({ listingId, day: dayColumn(day) }))
    await db.openingException.createMany({ data: days })
    expect(await exported()).toContain('2099-01-01 closed')
    expect(await exported()).not.toContain('2020-01-01')
  })
})
