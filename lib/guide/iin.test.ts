import { describe, expect, it } from 'vitest'
import { IIN_STATEMENTS, type IinStatement, sourcesOf } from '@/lib/guide/iin'
import { translator } from '@/lib/i18n/translator'
import { isDay } from '@/lib/places/city-time'

const names = Object.keys(IIN_STATEMENTS) as IinStatement[]

describe('what is said about the IIN', () => {
  it.each(names)('%s has a source, a day and its words in three languages', (name) => {
    const { sources, checkedOn } = IIN_STATEMENTS[name]
    expect(sources.length).toBeGreaterThan(0)
    expect(isDay(checkedOn)).toBe(true)
    for (const locale of ['ru', 'kk', 'en'] as const) {
      expect(translator(locale).has(`guide.iin.${name}`)).toBe(true)
    }
  })

  it('is sure of more than one source or an official text, else says so', () => {
    for (const { sources, sure } of Object.values(IIN_STATEMENTS)) {
      const official = sources.some((source) => source.startsWith('gov.kz'))
      expect(sure).toBe(official || sources.length > 1 ? 'A' : 'B')
    }
  })

  it('names each source once', () => {
    expect(sourcesOf(['passport', 'translation']).sources).toEqual(IIN_STATEMENTS.passport.sources)
  })
})
