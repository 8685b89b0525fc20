import { beforeAll, describe, expect, it } from 'vitest'
import { announce, endAnnouncement } from '@/lib/announcements/commands'
import { listAnnouncements, listStanding } from '@/lib/announcements/queries'
import { announcementSchema } from '@/lib/announcements/schema'
import { db } from '@/lib/db'
import { listStaffLog } from '@/lib/staff-log/queries'
import { type Cast, cast } from '@/lib/testing/cast'
import { day } from '@/lib/testing/homes'

let people: Cast
beforeAll(async () => {
  people = await cast()
})

const form = (change: Record<string, string> = {}) => ({
  city: 'uralsk',
  language: 'ru',
  text: 'Завтра очередь за ИИН с 8 утра.',
  lastDay: day(1),
  ...change,
})
const parse = (change: Record<string, string> = {}) =>
  announcementSchema(new Date()).safeParse(form(change))
const input = (change: Record<string, string> = {}) =>
  announcementSchema(new Date()).parse(form(change))
const textsIn = async (...where: Parameters<typeof listAnnouncements>) =>
  (await listAnnouncements(...where)).map(({ text }) => text)

describe('an announcement', () => {
  it('is read in its city and language until the end of its day', async () => {
    await announce(people.samal, input())
    const now = new Date()
    expect(await textsIn('uralsk', 'ru', now)).toHaveLength(1)
    expect(await textsIn('uralsk', 'kk', now)).toEqual([])
    expect(await textsIn('astana', 'ru', now)).toEqual([])
    expect(await textsIn(null, 'ru', now)).toEqual([])
    const lastMinute = new Date(`${day(1)}T23:59:00+05:00`)
    expect(await textsIn('uralsk', 'ru', lastMinute)).toHaveLength(1)
    expect(await textsIn('uralsk', 'ru', new Date(lastMinute.getTime() + 60_000))).toEqual([])
  })

  it('for all cities is read everywhere, and ends when staff end it', async () => {
    await announce(people.erzhan, input({ city: '', text: 'Сайт чинят ночью.' }))
    expect(await textsIn('almaty', 'ru', new Date())).toEqual(['Сайт чинят ночью.'])
    const [first] = (await listStanding(people.samal, new Date())).filter(({ city }) => !city)
    await endAnnouncement(people.samal, first?.id ?? '', new Date())
    await endAnnouncement(people.samal, first?.id ?? '', new Date())
    expect(await textsIn('almaty', 'ru', new Date())).toEqual([])
    const { entries } = await listStaffLog(people.dana, { about: first?.id })
    expect(entries.map(({ actor }) => actor?.name)).toEqual(['Самал', 'Ержан'])
  })

  it('is not written by volunteers', async () => {
    await expect(announce(people.anna, input())).rejects.toThrow('announcement.write')
    const id = (await db.announcement.findFirstOrThrow()).id
    await expect(endAnnouncement(people.marta, id, new Date())).rejects.toThrow('announcement')
  })

  it.each([
    ['a day that is over', { lastDay: day(-1) }, 'in_the_past'],
    ['a day after next month', { lastDay: day(40) }, 'too_far'],
    ['no day', { lastDay: 'скоро' }, 'not_a_day'],
    ['nothing to say', { text: '  ' }, 'required'],
    ['a phone', { text: 'Звоните +7 777 123 45 67' }, 'has_phone'],
    ['markup', { text: '<b>Срочно</b>' }, 'has_markup'],
    ['a city we do not know', { city: 'moscow' }, 'unknown_choice'],
  ])('is refused with %s', (_, change, code) => {
    expect(parse(change).error?.issues.map(({ message }) => message)).toEqual([code])
  })
})
