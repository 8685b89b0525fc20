import { describe, expect, it } from 'vitest'
import { type KeptStatement, knownOf, needOf, shippedOf, shownTopic } from '@/lib/guide/kept'
import { statementSchema } from '@/lib/guide/schema'
import { type Statement, sourceOf } from '@/lib/guide/statements'
import { TOPICS, type Topic } from '@/lib/guide/topics'
import en from '@/messages/en.json'
import kk from '@/messages/kk.json'
import ru from '@/messages/ru.json'

const shipped: Statement = { sources: ['iinGuide'], checkedOn: '2026-11-22', sure: 'A' }
const written = {
  words: { ru: 'Да.', kk: 'Иә.', en: 'Yes.' },
  source: { name: 'example.org', url: 'https://example.org' },
  sure: 'B',
} as const
const kept = (checkedOn: string, change: Partial<KeptStatement> = {}): KeptStatement => ({
  written,
  checkedOn,
  ...change,
})

describe('what is shown of a statement', () => {
  it('is what the version ships while staff wrote nothing', () => {
    expect(knownOf(shipped, undefined)).toEqual({ ...shipped, words: null })
    expect(knownOf(null, undefined)).toBeNull()
  })

  it('is what staff wrote on the same day or later, not before', () => {
    expect(knownOf(shipped, kept('2026-11-21'))?.words).toBeNull()
    expect(knownOf(shipped, kept('2026-11-22'))).toEqual({
      words: written.words,
      sources: [written.source],
      checkedOn: '2026-11-22',
      sure: 'B',
    })
    expect(knownOf(null, kept('2020-01-01'))?.words).toEqual(written.words)
  })

  it('is the shipped one as of another day when staff only read it again', () => {
    const reread = kept('2026-12-01', { written: null })
    expect(knownOf(shipped, reread)).toEqual({ ...shipped, checkedOn: '2026-12-01', words: null })
    expect(knownOf(null, reread)).toBeNull()
  })
})

describe('a step of the guide', () => {
  it('says an answer of staff after its statements, and asks no more', () => {
    const { known, unknown } = shownTopic(new Map([['sim.operator', kept('2026-12-01')]]), 'sim')
    expect(known.map(([name]) => name)).toEqual(['iin', 'biometric', 'imei', 'operator'])
    expect(unknown).toEqual(['imeiWhere'])
  })

  it('knows its statements and questions, and nothing by another name', () => {
    expect(shippedOf('sim', 'iin')).toBe(TOPICS.sim.statements.iin)
    expect(shippedOf('sim', 'operator')).toBeNull()
    for (const name of ['title', 'codes', 'toString', '']) {
      expect(shippedOf('bank', name)).toBeUndefined()
    }
  })
})

describe('what a statement needs', () => {
  const known = (change: Partial<Statement>) => ({ ...shipped, words: null, ...change })

  it.each([
    [null, 'missing'],
    [known({ sure: 'C' }), 'missing'],
    [known({ checkedOn: '2026-10-01' }), 'old'],
    [known({}), 'fine'],
  ] as const)('%o is %s', (statement, need) => {
    expect(needOf(statement, '2026-11-30')).toBe(need)
  })
})

it('what the version ships can be sent again as it stands', () => {
  const schema = statementSchema(new Date('2026-11-30T12:00:00Z'))
  const messages = [ru, kk, en].map(({ guide }) => guide as unknown as Record<string, object>)
  for (const [topic, { statements }] of Object.entries<Topic>(TOPICS)) {
    for (const [name, { sources, sure }] of Object.entries(statements)) {
      const [textRu, textKk, textEn] = messages.map(
        (guide) => (guide[topic] as Record<string, string>)[name],
      )
      const { name: sourceName, url } = sourceOf(sources[0] ?? 'iinGuide')
      // One that is older than the rule: staff find it under https or write another.
      const source = url.replace(/^http:/, 'https:')
      const form = {
        topic,
        name,
        row: '',
        version: '0',
        textRu,
        textKk,
        textEn,
        source,
        sourceName,
        sure,
      }
      const read = schema.safeParse({ ...form, checkedOn: '2026-11-22' })
      expect(read.error?.issues ?? [], `${topic}.${name}`).toEqual([])
    }
  }
})
