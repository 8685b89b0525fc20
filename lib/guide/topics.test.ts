import { describe, expect, it } from 'vitest'
import { DUTIES } from '@/lib/guide/duties'
import { NUMBERS_GROUND } from '@/lib/guide/numbers'
import { SOURCES } from '@/lib/guide/sources'
import {
  CHECKED_DAYS,
  groundOf,
  isUnchecked,
  type Statement,
  sharedGround,
  sourceOf,
} from '@/lib/guide/statements'
import { TOPIC_NAMES, TOPICS, type Topic, topicAfter } from '@/lib/guide/topics'
import { addDays, isDay } from '@/lib/places/city-time'
import en from '@/messages/en.json'
import kk from '@/messages/kk.json'
import ru from '@/messages/ru.json'

const topics = Object.entries<Topic>(TOPICS)
const statements: [string, Statement][] = [
  ...topics.flatMap(([topic, { statements: known }]) => named(topic, known)),
  ...named('duties.ride', DUTIES.ride),
  ...named('duties.housing', DUTIES.housing),
  ...named('numbers', NUMBERS_GROUND),
]

function named(group: string, known: Readonly<Record<string, Statement>>): [string, Statement][] {
  return Object.entries(known).map(([name, statement]) => [`${group}.${name}`, statement])
}

describe('a step of the guide', () => {
  it.each(topics)(
    '%s has words in three languages for each thing, and for nothing else',
    (name, topic) => {
      const { statements: known, unknown, advice } = topic
      const keys = ['title', 'lead', ...Object.keys(known), ...unknown, ...advice]
      expect(new Set(keys).size).toBe(keys.length)
      for (const { guide } of [ru, kk, en]) {
        expect(Object.keys(guide[name as keyof typeof guide]).sort()).toEqual(keys.sort())
      }
    },
  )

  it('leads to the next, and the last to none', () => {
    const walked = [TOPIC_NAMES[0]]
    for (let next = topicAfter(TOPIC_NAMES[0] ?? 'iin'); next; next = topicAfter(next)) {
      walked.push(next)
    }
    expect(walked).toEqual(TOPIC_NAMES)
  })
})

describe('a statement', () => {
  it.each(statements)(
    '%s has a source and the day on which it was read',
    (_, { sources, checkedOn }) => {
      expect(sources.length).toBeGreaterThan(0)
      expect(isDay(checkedOn)).toBe(true)
    },
  )

  it('is sure of an official text or of several sources, else says so', () => {
    for (const [name, statement] of statements) {
      const sources = statement.sources.map(sourceOf)
      const isSure = sources.some(({ official }) => official) || sources.length > 1
      if (statement.sure !== 'C') expect(statement.sure, name).toBe(isSure ? 'A' : 'B')
    }
  })

  it('that is not sure only sends to somebody who knows', () => {
    const unsure = topics.flatMap(([topic, { statements: known }]) =>
      Object.entries(known)
        .filter(([, { sure }]) => sure === 'C')
        .map(([name]) => [topic, name] as const),
    )
    expect(unsure.length).toBeGreaterThan(2)
    for (const [topic, name] of unsure) {
      const words = (ru.guide as unknown as Record<string, Record<string, string>>)[topic]
      expect(words?.[name], `${topic}.${name}`).toMatch(/[сС]просите/)
    }
  })

  it('says on what it rests', () => {
    const checkedOn = '2026-11-22'
    expect(groundOf({ sources: ['iinGuide'], checkedOn, sure: 'A' })).toBe('official')
    expect(groundOf({ sources: ['sim', 'simKyrgyz'], checkedOn, sure: 'A' })).toBe('several')
    expect(groundOf({ sources: ['sim'], checkedOn, sure: 'B' })).toBe('single')
    expect(groundOf({ sources: ['sim', 'simKyrgyz'], checkedOn, sure: 'C' })).toBe('ask')
  })

  it('counts as checked for 60 days', () => {
    const checkedOn = '2026-11-22'
    expect(isUnchecked(checkedOn, checkedOn)).toBe(false)
    expect(isUnchecked(checkedOn, addDays(checkedOn, CHECKED_DAYS - 1))).toBe(false)
    expect(isUnchecked(checkedOn, addDays(checkedOn, CHECKED_DAYS))).toBe(true)
    expect(isUnchecked(checkedOn, '2027-01-21')).toBe(true)
  })

  it('shares its sources with others, each named once, with the earliest day', () => {
    expect(
      sharedGround([
        { sources: ['sim', 'imei'], checkedOn: '2026-11-22', sure: 'A' },
        { sources: ['imei'], checkedOn: '2026-10-01', sure: 'B' },
      ]),
    ).toEqual({ sources: ['sim', 'imei'], checkedOn: '2026-10-01' })
  })
})

describe('the sources', () => {
  it('are all read, and all have an address that opens', () => {
    const read = new Set(statements.flatMap(([, { sources }]) => sources))
    expect([...read].sort()).toEqual(Object.keys(SOURCES).sort())
    for (const { url, name } of Object.values(SOURCES)) {
      expect(() => new URL(url)).not.toThrow()
      const site = name.split(',')[0]?.replace(/^www\./, '') ?? ''
      const { hostname } = new URL(url)
      expect(`${hostname}${url}`, name).toContain(site)
    }
  })
})
