import { beforeAll, describe, expect, it } from 'vitest'
import { getCentre } from '@/lib/centres/queries'
import { db } from '@/lib/db'
import { changeListing } from '@/lib/listings/commands'
import { dropDay, editCentre, setDay } from '@/lib/registry/commands'
import { listDays, listRegistry } from '@/lib/registry/queries'
import { daySchema } from '@/lib/registry/schema'
import { listStaffLog } from '@/lib/staff-log/queries'
import { type Cast, cast } from '@/lib/testing/cast'
import { helpPointForm, offerCentre, officeForm, publishCentre } from '@/lib/testing/centres'
import { day } from '@/lib/testing/homes'

let people: Cast
beforeAll(async () => {
  people = await cast()
})

const centre = (id: string) =>
  db.listing.findUniqueOrThrow({ where: { id }, include: { centre: { include: { hours: true } } } })

describe('changing a centre of another', () => {
  it('is seen by everyone at once, and logged', async () => {
    const id = await publishCentre(people.samal, people.erzhan, officeForm())
    const change = officeForm({
      title: 'ЦОН переехал',
      publicAddress: 'Другой дом для всех',
      point: { latitude: 51.2, longitude: 51.4 },
    })
    await editCentre(people.erzhan, id, 2, 'kk', change)
    expect(await getCentre(people.guest, id, 'ru', new Date())).toMatchObject({
      title: 'ЦОН переехал',
      publicAddress: 'Другой дом для всех',
    })
    expect(await centre(id)).toMatchObject({ version: 3, language: 'kk', ownerId: people.samal.id })
    const { entries } = await listStaffLog(people.dana, { about: id, subject: 'centre' })
    expect(entries[0]?.actor?.name).toBe('Ержан')
    expect(entries[0]?.changes).toContainEqual({
      field: 'public_address',
      from: 'Дом для всех',
      to: 'Другой дом для всех',
    })
  })

  it('keeps what its author sealed, and openings that the form does not show', async () => {
    const id = await publishCentre(people.marta, people.samal)
    const before = await centre(id)
    const second = { listingId: id, weekday: 1, opens: 1140, closes: 1200 }
    await db.openingHours.create({ data: second })
    await editCentre(people.samal, id, 2, 'ru', helpPointForm({ address: '', fees: 'Даром' }))
    const after = await centre(id)
    expect(after.centre).toMatchObject({
      fees: 'Даром',
      addressSealed: before.centre?.addressSealed ?? '',
    })
    expect(after.centre?.hours).toContainEqual(second)
    const log = JSON.stringify((await listStaffLog(people.dana, { about: id })).entries)
    expect(log).not.toContain('Даром')
  })

  it('is not for its owner, a volunteer, or who read an older version', async () => {
    const id = await publishCentre(people.samal, people.erzhan, officeForm())
    const edit = (actor: typeof people.samal, version: number) =>
      editCentre(actor, id, version, 'ru', officeForm({ fees: 'Другая' }))
    await expect(edit(people.samal, 2)).rejects.toThrow('centre.edit')
    await expect(edit(people.anna, 2)).rejects.toThrow('centre.edit')
    await expect(edit(people.erzhan, 1)).rejects.toThrow('changed_meanwhile')
  })

  it('waits while its author proposes a change, and does not reach what is not public', async () => {
    const id = await publishCentre(people.marta, people.samal)
    await changeListing(people.marta, id, 2, 'ru', helpPointForm({ fees: 'Сколько не жалко' }))
    const edit = editCentre(people.samal, id, 2, 'ru', helpPointForm({ fees: 'Даром' }))
    await expect(edit).rejects.toThrow('change_waits')
    const pending = await offerCentre(people.marta)
    await expect(editCentre(people.samal, pending, 1, 'ru', helpPointForm())).rejects.toThrow(
      'centre',
    )
  })
})

describe('a day that differs from the week', () => {
  const ahead = (id: string) => listDays(people.samal, id, new Date())

  it('is set by staff and by the author, once a day, and is gone when it is over', async () => {
    const id = await publishCentre(people.marta, people.samal)
    await setDay(people.samal, { id, day: day(3), hours: null })
    await setDay(people.marta, { id, day: day(3), hours: { opens: 600, closes: 660 } })
    await setDay(people.marta, { id, day: day(2), hours: null })
    expect(await ahead(id)).toEqual([
      { day: day(2), hours: null },
      { day: day(3), hours: { opens: 600, closes: 660 } },
    ])
    await dropDay(people.samal, id, day(2))
    await dropDay(people.samal, id, day(2))
    expect(await ahead(id)).toHaveLength(1)
    expect(await listDays(people.samal, id, new Date(`${day(4)}T12:00:00Z`))).toEqual([])

    const { timetable } = await getCentre(people.guest, id, 'ru', new Date())
    expect(timetable.exceptions).toEqual([{ day: day(3), hours: { opens: 600, closes: 660 } }])
    const { entries } = await listStaffLog(people.dana, {
      about: id,
      subject: 'opening_exception',
    })
    expect(entries.map(({ actor }) => actor?.name)).toEqual(['Самал', 'Самал'])
  })

  it("is not for others' authors", async () => {
    const id = await publishCentre(people.marta, people.samal)
    const closed = { id, day: day(3), hours: null }
    await expect(setDay(people.aigul, closed)).rejects.toThrow('centre.setDays')
    await expect(dropDay(people.aigul, id, day(3))).rejects.toThrow('centre.setDays')
    await expect(listDays(people.aigul, id, new Date())).rejects.toThrow('centre')
  })

  it.each([
    [{ day: day(-1) }, 'in_the_past'],
    [{ day: day(400) }, 'too_far'],
    [{ day: 'завтра' }, 'not_a_day'],
    [{ opens: '09:00' }, 'required'],
    [{ closes: '09:00' }, 'required'],
    [{ opens: '10:00', closes: '09:00' }, 'closes_before_opens'],
  ])('%o is refused', (change, code) => {
    const form = { id: '00000000-0000-4000-8000-000000000001', day: day(1), ...change }
    const issues = daySchema(new Date()).safeParse(form).error?.issues ?? []
    expect(issues.map(({ message }) => message)).toEqual([code])
  })
})

describe('the registry', () => {
  it('shows first what was not checked for longest, by city and kind, in pages', async () => {
    const days = ['2026-11-03', '2026-11-01', '2026-11-02']
    const titles = days.map((checkedOn) => `Проверен ${checkedOn}`)
    for (const [index, checkedOn] of days.entries()) {
      const form = officeForm({ city: 'almaty', title: titles[index] ?? '', checkedOn })
      await publishCentre(people.samal, people.erzhan, form)
    }
    await publishCentre(people.marta, people.samal, helpPointForm({ city: 'almaty' }))
    const offices = { city: 'almaty', kind: 'service_centre' } as const
    const { lines } = await listRegistry(people.erzhan, offices)
    expect(lines.map(({ title }) => title)).toEqual([...titles].sort())
    const all = await listRegistry(people.erzhan, { city: 'almaty' })
    expect(all.lines[0]).toMatchObject({ centreKind: 'help_point', checkedOn: null, own: false })
    const last = all.lines[1]
    const after = `2026-11-01_${last?.id}`
    const rest = await listRegistry(people.samal, { ...offices, after })
    expect(rest.lines.map(({ title, own }) => `${title} ${own}`)).toEqual([
      'Проверен 2026-11-02 true',
      'Проверен 2026-11-03 true',
    ])
    const first = await listRegistry(people.samal, {
      city: 'almaty',
      after: `_${all.lines[0]?.id}`,
    })
    expect(first.lines).toHaveLength(3)
  })

  it('is not for volunteers', async () => {
    await expect(listRegistry(people.anna, {})).rejects.toThrow('registry.keep')
  })
})
