import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { dropStatement, rereadStatement, writeStatement } from '@/lib/guide/commands'
import { keyOf } from '@/lib/guide/kept'
import { getGuideEntry, listGuideLines } from '@/lib/guide/queries'
import { statementSchema } from '@/lib/guide/schema'
import type { TopicName } from '@/lib/guide/topics'
import { addDays, dayColumn } from '@/lib/places/city-time'
import { listStaffLog } from '@/lib/staff-log/queries'
import { type Cast, cast } from '@/lib/testing/cast'
import { day } from '@/lib/testing/homes'
import { renderPage } from '@/lib/testing/pages'

let people: Cast
beforeAll(async () => {
  people = await cast()
})

const form = (topic: string, name: string, change: Record<string, unknown> = {}) => ({
  topic,
  name,
  row: '',
  version: '0',
  textRu: 'Новые слова.',
  textKk: 'Жаңа сөздер.',
  textEn: 'New words.',
  source: 'https://www.example.org/order',
  sourceName: '',
  checkedOn: day(),
  sure: 'A',
  ...change,
})
const input = (...of: Parameters<typeof form>) => statementSchema(new Date()).parse(form(...of))
const codesOf = (change: Record<string, unknown>) => {
  const read = statementSchema(new Date()).safeParse(form('iin', 'free', change))
  return (read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`)
}
const entry = (topic: TopicName, name: string) => getGuideEntry(people.samal, topic, name)
/** As of which state a form that is opened now is sent. */
const opened = async (topic: TopicName, name: string) => {
  const { row, version } = await entry(topic, name)
  return { topic, name, row, version }
}
const refused = { code: 'fact_changed' }

describe('a statement that staff wrote', () => {
  it('stands in place of the shipped one in each language, with its source', async () => {
    await writeStatement(people.samal, input('iin', 'translation'))
    const page = await renderPage('/kk/guide/iin')
    expect(page).toContain('Жаңа сөздер.')
    expect(page).toContain('href="https://www.example.org/order"')
    expect(page).toContain('>example.org</a>')
    for (const address of ['/en/uralsk/pack', '/en/centres']) {
      expect(await renderPage(address)).toContain('New words.')
    }
    await dropStatement(people.samal, await opened('iin', 'translation'))
    expect(await renderPage('/kk/guide/iin')).not.toContain('Жаңа сөздер.')
    expect(await db.guideStatement.count({ where: { key: 'iin.translation' } })).toBe(0)
  })

  it('answers a question, which is no question any more', async () => {
    expect(await renderPage('/ru/guide/bank')).toContain('Чего мы не знаем')
    await writeStatement(people.samal, input('bank', 'which', { sure: 'B' }))
    const page = await renderPage('/ru/guide/bank')
    expect(page).toContain('Новые слова.')
    expect(page).toContain('Только один источник')
    expect(page).not.toContain('Чего мы не знаем')
  })

  it('is shown as the words they are, whatever stands in them', async () => {
    const textEn = '<script>alert(1)</script> & <b>'
    const words = {
      textRu: textEn,
      textKk: textEn,
      textEn,
      sure: 'A',
      sourceName: '<i>',
      version: 1,
    }
    const source = 'https://example.org/"><script>'
    const data = { ...words, source, checkedOn: dayColumn(day()) }
    await db.guideStatement.create({ data: { key: 'sim.biometric', ...data } })
    const page = await renderPage('/en/guide/sim')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;')
    expect(page).not.toMatch(/<script>|<i>/)
  })

  it('gives way to a version that was read on a later day', async () => {
    await writeStatement(people.samal, input('iin', 'digits'))
    await db.guideStatement.update({
      where: { key: 'iin.digits' },
      data: { checkedOn: dayColumn('2026-11-21') },
    })
    expect((await entry('iin', 'digits')).known?.words).toBeNull()
    await db.guideStatement.update({
      where: { key: 'iin.digits' },
      data: { checkedOn: dayColumn('2026-11-22') },
    })
    expect((await entry('iin', 'digits')).known?.words?.en).toBe('New words.')
  })

  it('is not written as of a day before the one that is shown', async () => {
    const early = input('iin', 'hours', { checkedOn: '2026-11-21' })
    await expect(writeStatement(people.samal, early)).rejects.toThrow('checkedOn:checked_later')
  })

  it.each(['iin.nothing', 'iin.title', 'weather.rain', 'toString.iin', 'iin.constructor'])(
    'of no statement, %s, is not found',
    async (key) => {
      const [topic = '', name = ''] = key.split('.')
      const missing = { name: 'NotFound' }
      await expect(writeStatement(people.samal, input(topic, name))).rejects.toMatchObject(missing)
      await expect(getGuideEntry(people.samal, topic, name)).rejects.toMatchObject(missing)
    },
  )
})

describe('reading again', () => {
  it('dates the shipped words and leaves them and their sources', async () => {
    await rereadStatement(people.samal, await opened('iin', 'office'), new Date())
    const { known, shipped } = await entry('iin', 'office')
    expect(known).toEqual({ ...shipped, checkedOn: day(), words: null })
  })

  it('dates the words of staff while they are what is shown', async () => {
    await writeStatement(people.samal, input('iin', 'needed', { checkedOn: '2026-11-23' }))
    await rereadStatement(people.samal, await opened('iin', 'needed'), new Date())
    expect(await entry('iin', 'needed')).toMatchObject({
      known: { checkedOn: day(), words: { en: 'New words.' } },
      version: 2,
    })
  })

  it('is not possible of a question that nobody answered', async () => {
    const open = await opened('doctor', 'clinic')
    const reading = rereadStatement(people.samal, open, new Date())
    await expect(reading).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('what staff change in the guide', () => {
  it('is for staff alone', async () => {
    const of = await opened('iin', 'free')
    for (const person of [people.anna, people.marta]) {
      await expect(writeStatement(person, input('iin', 'free'))).rejects.toThrow('facts.keep')
      await expect(rereadStatement(person, of, new Date())).rejects.toThrow('facts.keep')
      await expect(dropStatement(person, of)).rejects.toThrow('facts.keep')
      await expect(listGuideLines(person, new Date())).rejects.toThrow('facts.keep')
      await expect(getGuideEntry(person, 'iin', 'free')).rejects.toThrow('facts.keep')
    }
  })

  it('tells the second of two at once, and loses nothing of the first', async () => {
    const write = () => writeStatement(people.samal, input('onward', 'roads'))
    const first = await Promise.allSettled([write(), write()])
    expect(first.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const of = await opened('onward', 'roads')
    const again = (who: 'erzhan' | 'dana', textRu: string) =>
      writeStatement(people[who], input('onward', 'roads', { ...of, textRu }))
    const second = await Promise.allSettled([again('erzhan', 'Раз.'), again('dana', 'Два.')])
    const lost = second.find((answer) => answer.status === 'rejected')
    expect(lost?.reason).toMatchObject(refused)
    await expect(rereadStatement(people.samal, of, new Date())).rejects.toMatchObject(refused)
    await expect(dropStatement(people.samal, of)).rejects.toMatchObject(refused)
    expect((await entry('onward', 'roads')).version).toBe(2)
  })

  it('is not written over by a form of a row that was dropped since', async () => {
    await writeStatement(people.samal, input('sim', 'imei'))
    const before = await opened('sim', 'imei')
    await dropStatement(people.samal, before)
    await expect(dropStatement(people.samal, before)).rejects.toMatchObject(refused)
    const none = await opened('sim', 'imei')
    await expect(dropStatement(people.samal, none)).rejects.toMatchObject(refused)
    await writeStatement(people.erzhan, input('sim', 'imei', { textRu: 'Написано заново.' }))
    const late = writeStatement(people.samal, input('sim', 'imei', before))
    await expect(late).rejects.toMatchObject(refused)
    expect((await entry('sim', 'imei')).known?.words?.ru).toBe('Написано заново.')
  })

  it('is logged with who, before and after, whatever they did', async () => {
    await writeStatement(people.samal, input('stay', 'late', { checkedOn: addDays(day(), -1) }))
    await rereadStatement(people.erzhan, await opened('stay', 'late'), new Date())
    await dropStatement(people.dana, await opened('stay', 'late'))
    const { entries } = await listStaffLog(people.dana, { subject: 'guide_statement' })
    const ours = entries.filter(({ called }) => called === keyOf('stay', 'late'))
    expect(ours.map(({ actor }) => actor?.name)).toEqual(['Дана', 'Ержан', 'Самал'])
    const [dropped, reread, written] = ours.map(({ changes }) => changes)
    expect(dropped).toContainEqual({ field: 'text_ru', from: 'Новые слова.', to: null })
    expect(reread).toEqual([{ field: 'checked_on', from: addDays(day(), -1), to: day() }])
    expect(written).toContainEqual({ field: 'sure', from: null, to: 'A' })
  })
})

describe('the list of staff', () => {
  it('has what is missing first, then what nobody read for longest', async () => {
    await db.guideStatement.create({
      data: { key: 'iin.inPerson', checkedOn: dayColumn('2026-11-22') },
    })
    const later = new Date(`${addDays('2026-11-22', 61)}T12:00:00Z`)
    const lines = await listGuideLines(people.samal, later)
    expect(lines[0]).toMatchObject({ known: null, need: 'missing' })
    const needs = lines.map(({ need }) => need)
    expect(needs.lastIndexOf('missing')).toBeLessThan(needs.indexOf('old'))
    expect(needs.lastIndexOf('old')).toBeLessThan(needs.indexOf('fine'))
    const find = (topic: string, name: string) =>
      lines.find((line) => line.topic === topic && line.name === name)
    expect(find('iin', 'innerPassport')?.need).toBe('missing')
    expect(find('iin', 'inPerson')?.need).toBe('old')
    expect(find('iin', 'office')?.need).toBe('fine')
    expect(find('bank', 'which')?.known?.words).not.toBeNull()
  })
})

describe('the form', () => {
  it.each([
    [{ textRu: '' }, 'textRu required'],
    [{ textKk: 'а'.repeat(501) }, 'textKk too_long'],
    [{ textEn: '<script>alert(1)</script>' }, 'textEn has_markup'],
    [{ textRu: 'ИИН 900101300123' }, 'textRu has_iin'],
    [{ textRu: 'Звоните +7 777 123 45 67' }, 'textRu has_phone'],
    [{ source: 'http://example.org' }, 'source not_https'],
    [{ source: ' ' }, 'source required'],
    [{ sourceName: 'а'.repeat(81) }, 'sourceName too_long'],
    [{ sourceName: '<b>' }, 'sourceName has_markup'],
    [{ checkedOn: day(1) }, 'checkedOn in_the_future'],
    [{ checkedOn: '2026-02-30' }, 'checkedOn not_a_day'],
    [{ sure: undefined }, 'sure unknown_choice'],
    [{ sure: 'D' }, 'sure unknown_choice'],
    [{ version: '-1' }, 'version invalid'],
    [{ row: 'x' }, 'row invalid'],
  ])('%o comes back', (change, code) => {
    expect(codesOf(change)).toEqual([code])
  })

  it('takes the site of whoever helps and the short numbers of the state', () => {
    expect(codesOf({ textRu: 'Юристы: bureau.kz. Полиция: 102, справки: 1414.' })).toEqual([])
  })
})
