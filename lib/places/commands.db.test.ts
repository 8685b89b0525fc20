import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { setNotice } from '@/lib/places/commands'
import { getKeptPlace, listKeptPlaces } from '@/lib/places/kept'
import { listNotices, listPlaceFacts } from '@/lib/places/queries'
import { noticeSchema } from '@/lib/places/schema'
import { listStaffLog } from '@/lib/staff-log/queries'
import { type Cast, cast } from '@/lib/testing/cast'
import { day } from '@/lib/testing/homes'
import { renderPage } from '@/lib/testing/pages'
import { seedPlaces } from '@/prisma/seed/places'

let people: Cast
beforeAll(async () => {
  people = await cast()
})

const form = (change: Record<string, unknown> = {}) => ({
  placeId: 'crossing-orda',
  version: '1',
  level: 'closed',
  textRu: 'Закрыт до весны.',
  textKk: 'Көктемге дейін жабық.',
  textEn: 'Closed until spring.',
  source: 'https://example.org/orda',
  checkedOn: day(),
  ...change,
})
const input = (change: Record<string, unknown> = {}) => noticeSchema(new Date()).parse(form(change))
const codesOf = (change: Record<string, unknown>) => {
  const issues = noticeSchema(new Date()).safeParse(form(change)).error?.issues ?? []
  return issues.map(({ path, message }) => `${path.join('.')} ${message}`)
}
const shown = async (id: string, locale: 'ru' | 'kk' | 'en' = 'ru') =>
  (await listPlaceFacts(locale, 'crossing')).find((place) => place.id === id)?.notice ?? null
const versionOf = async (id: string) =>
  (await db.place.findUniqueOrThrow({ where: { id }, select: { version: true } })).version

describe('how a crossing stands', () => {
  it('is said by staff for everyone at once, in three languages, and logged', async () => {
    const orda = { placeId: 'crossing-orda' }
    await setNotice(people.samal, input(orda))
    expect(await shown(orda.placeId, 'kk')).toMatchObject({
      level: 'closed',
      text: 'Көктемге дейін жабық.',
      source: 'https://example.org/orda',
    })
    const inCity = await listNotices('uralsk', 'en')
    expect(inCity.map(({ notice }) => notice.text)).toContain('Closed until spring.')
    expect(await renderPage('/en/crossings')).toContain('Closed until spring.')
    await setNotice(people.dana, input({ ...orda, version: '2', level: 'limited' }))
    const { entries } = await listStaffLog(people.dana, { subject: 'place' })
    expect(entries.map(({ actor, called }) => [actor?.name, called])).toEqual([
      ['Дана', 'crossing-orda'],
      ['Самал', 'crossing-orda'],
    ])
    expect(entries[0]?.changes).toEqual([{ field: 'notice_level', from: 'closed', to: 'limited' }])
    expect(entries[1]?.changes).toContainEqual({
      field: 'notice_ru',
      from: null,
      to: 'Закрыт до весны.',
    })
  })

  it('is not for volunteers to say or to list', async () => {
    await expect(setNotice(people.anna, input())).rejects.toThrow('facts.keep')
    await expect(setNotice(people.marta, input())).rejects.toThrow('facts.keep')
    await expect(listKeptPlaces(people.anna, 'ru')).rejects.toThrow('facts.keep')
    await expect(getKeptPlace(people.anna, 'crossing-orda', 'ru')).rejects.toThrow('facts.keep')
  })

  it('of two at once the second is told, and nothing of the first is lost', async () => {
    const one = input({ placeId: 'crossing-ayat', textRu: 'Первый.' })
    const two = input({ placeId: 'crossing-ayat', textRu: 'Второй.' })
    const answers = await Promise.allSettled([
      setNotice(people.samal, one),
      setNotice(people.erzhan, two),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = answers.find((answer) => answer.status === 'rejected')
    expect(refused?.reason).toMatchObject({ code: 'fact_changed' })
    expect(await versionOf('crossing-ayat')).toBe(2)
  })

  it('with nothing to say is taken back, keeps its day, and stays so at the next start', async () => {
    const id = 'crossing-syrym'
    const before = await versionOf(id)
    const nothing = { placeId: id, version: before, level: 'none', textRu: '', textKk: '' }
    await setNotice(people.samal, input({ ...nothing, checkedOn: '2026-11-22' }))
    expect(await shown(id)).toBeNull()
    await seedPlaces(db)
    expect(await shown(id)).toBeNull()
    expect(await getKeptPlace(people.samal, id, 'ru')).toMatchObject({
      level: null,
      checkedOn: '2026-11-22',
      source: 'https://example.org/orda',
      version: before + 1,
    })
  })

  it('written by staff stays at the next start, also where the version has nothing to say', async () => {
    const id = 'crossing-kayrak'
    await setNotice(people.samal, input({ placeId: id, checkedOn: '2026-11-22' }))
    await seedPlaces(db)
    expect((await shown(id))?.text).toBe('Закрыт до весны.')
  })

  it('is not said as of a day before the last look', async () => {
    const early = input({ placeId: 'crossing-kosak', checkedOn: '2026-11-21' })
    await expect(setNotice(people.samal, early)).rejects.toThrow('checkedOn:checked_later')
  })

  it('finds nothing of a place that does not exist', async () => {
    const nowhere = input({ placeId: 'crossing-nowhere' })
    await expect(setNotice(people.samal, nowhere)).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('stands in the list of staff, where nobody looked first', async () => {
    const places = await listKeptPlaces(people.samal, 'ru')
    const days = places.map(({ checkedOn }) => checkedOn ?? '')
    expect(days).toEqual([...days].sort())
    expect(days[0]).toBe('')
    expect(places.find(({ id }) => id === 'station-petropavlovsk')?.notice).toBeTruthy()
    expect(places.find(({ id }) => id === 'crossing-syrym')).toMatchObject({ notice: null })
  })
})

describe('the form', () => {
  it.each([
    [{ level: '' }, 'level unknown_choice'],
    [{ level: undefined }, 'level unknown_choice'],
    [{ textKk: ' ' }, 'textKk required'],
    [{ textEn: undefined }, 'textEn required'],
    [{ textRu: '<script>alert(1)</script>' }, 'textRu has_markup'],
    [{ textRu: 'Звоните +7 777 123 45 67' }, 'textRu has_phone'],
    [{ textRu: 'а'.repeat(501) }, 'textRu too_long'],
    [{ source: '' }, 'source required'],
    [{ source: 'http://example.org' }, 'source not_https'],
    [{ source: 'javascript:alert(1)' }, 'source not_https'],
    [{ source: 'https://example.org/a b' }, 'source not_https'],
    [{ level: 'none', source: '' }, 'source required'],
    [{ checkedOn: day(1) }, 'checkedOn in_the_future'],
    [{ checkedOn: '' }, 'checkedOn required'],
    [{ version: 'x' }, 'version invalid'],
    [{ version: '9'.repeat(12) }, 'version invalid'],
    [{ placeId: 'a\u0000' }, 'placeId unknown_choice'],
  ])('%o comes back', (change, code) => {
    expect(codesOf(change)).toEqual([code])
  })

  it('takes the short numbers of the state', () => {
    expect(codesOf({ textRu: 'Закрыт. Уточните: 1414.' })).toEqual([])
  })
})
