import { describe, expect, it } from 'vitest'
import { saidLines, saidOnCard, waitChoices, waitText } from '@/components/visits/words'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import type { Here } from '@/lib/i18n/moments'
import { translator } from '@/lib/i18n/translator'
import { PROBLEMS, type Problem } from '@/lib/visits/schema'

const now = new Date('2026-11-23T10:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const hereIn = (locale: Locale): Here => ({
  locale,
  t: translator(locale),
  now,
  zone: 'Asia/Almaty',
})
const ru = hereIn('ru')
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const said = (problem: Problem | null, visitors = 3) =>
  Array.from({ length: visitors }, (_, n) => ({ problem, createdAt: minutesAgo(60 + n) }))
const waits = (...minutes: number[]) =>
  minutes.map((minute) => ({ minutes: minute, createdAt: minutesAgo(30) }))

describe('what visitors say', () => {
  it('names how many, what and when last', () => {
    const [line] = saidLines(ru, 'centre', said('closed', 5))
    expect(line).toMatchObject({ isProblem: true })
    expect(plain(line?.text ?? '')).toBe('5 человек: закрыто, последний 1 ч назад')
  })

  it('has words for every problem of every kind in every language', () => {
    for (const here of LOCALES.map(hereIn)) {
      for (const kind of ['centre', 'housing', 'ride'] as const) {
        for (const problem of [...PROBLEMS[kind], null]) {
          expect(saidLines(here, kind, said(problem))).toHaveLength(1)
        }
      }
    }
  })

  it('stands on a card as its one tag, below that nobody confirmed it for long', () => {
    const [closed] = saidLines(ru, 'ride', said('closed'))
    const [fine] = saidLines(ru, 'ride', said(null))
    expect(saidOnCard(closed, null)).toMatchObject({ tag: { tone: 'warn', text: closed?.text } })
    expect(saidOnCard(closed, 'old')).toMatchObject({ tag: { tone: 'old', text: 'old' } })
    expect(saidOnCard(fine, null)).toEqual({ said: fine?.text, tag: undefined })
    expect(saidOnCard(undefined, null)).toEqual({ said: undefined, tag: undefined })
  })
})

describe('the wait', () => {
  const told = (...minutes: number[]) => {
    const text = waitText(ru, waits(...minutes))
    return text && [plain(text.wait), plain(text.by)]
  }

  it('is told to five minutes, with how many said so and when last', () => {
    expect(told(30, 30, 60, 15)).toEqual([
      'Ждать около 30 мин',
      '4 человека, последний 30 мин назад',
    ])
    expect(told(15, 30, 30, 60, 15, 60)?.[0]).toBe('Ждать около 30 мин')
    expect(told(15, 15, 30, 30)?.[0]).toBe('Ждать около 25 мин')
  })

  it('is more than the last answer but one when the last one is the usual one', () => {
    expect(told(180, 180, 60)?.[0]).toBe('Ждать больше 2 ч')
  })

  it('is not told by two', () => {
    expect(told(15, 30)).toBeNull()
  })

  it('is asked for in five answers', () => {
    expect(waitChoices(ru).map(({ label }) => plain(label))).toEqual([
      'До 15 мин',
      'До 30 мин',
      'До 1 ч',
      'До 2 ч',
      'Больше 2 ч',
    ])
  })
})
