import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { addHoliday, removeHoliday } from '@/lib/holidays/commands'
import { listHolidays } from '@/lib/holidays/queries'
import { holidaySchema } from '@/lib/holidays/schema'
import { readBackground } from '@/lib/listings/queries'
import { listStaffLog } from '@/lib/staff-log/queries'
import { type Cast, cast } from '@/lib/testing/cast'
import { day } from '@/lib/testing/homes'
import { HOLIDAYS, seedPlaces } from '@/prisma/seed/places'

let people: Cast
beforeAll(async () => {
  people = await cast()
})

const SOURCE = 'https://example.org/moved'
const isOff = async (value: string) =>
  (await readBackground([], new Date(value))).holidays.has(value)

describe('days off in the whole country', () => {
  it('are moved by staff with a source, and logged', async () => {
    await addHoliday(people.samal, { day: day(5), source: SOURCE })
    expect(await isOff(day(5))).toBe(true)
    await removeHoliday(people.erzhan, { day: day(5), source: `${SOURCE}-back` })
    expect(await isOff(day(5))).toBe(false)
    const listed = await listHolidays(people.samal, new Date())
    expect(listed).toContainEqual({ day: day(5), source: `${SOURCE}-back`, removed: true })
    const { entries } = await listStaffLog(people.dana, { subject: 'public_holiday' })
    expect(entries.map(({ actor }) => actor?.name)).toEqual(['Ержан', 'Самал'])
  })

  it('that staff took out do not come back at the next start', async () => {
    await seedPlaces(db)
    const [, , seeded = ''] = HOLIDAYS.fixedNextYear
    expect(await isOff(seeded)).toBe(true)
    await removeHoliday(people.samal, { day: seeded, source: SOURCE })
    await seedPlaces(db)
    expect(await isOff(seeded)).toBe(false)
    await addHoliday(people.samal, { day: seeded, source: SOURCE })
    expect(await isOff(seeded)).toBe(true)
  })

  it('are not for volunteers to say', async () => {
    const holiday = { day: day(6), source: SOURCE }
    await expect(addHoliday(people.anna, holiday)).rejects.toThrow('registry.keep')
    await expect(removeHoliday(people.marta, holiday)).rejects.toThrow('registry.keep')
    await expect(listHolidays(people.anna, new Date())).rejects.toThrow('registry.keep')
  })

  it.each([
    [{ day: day(-1) }, 'in_the_past'],
    [{ day: day(801) }, 'too_far'],
    [{ source: '' }, 'required'],
    [{ source: 'http://example.org' }, 'not_https'],
    [{ source: 'javascript:alert(1)' }, 'not_https'],
  ])('%o is refused', (change, code) => {
    const form = { day: day(1), source: SOURCE, ...change }
    const issues = holidaySchema(new Date()).safeParse(form).error?.issues ?? []
    expect(issues.map(({ message }) => message)).toEqual([code])
  })
})
