import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { fold, isCyrillic, wordsOf } from '@/lib/search/fold'
import { stemRussian } from '@/lib/search/stem/russian'
import { MEANINGS } from '@/lib/search/synonyms'
import { readCases, readListings } from '@/lib/testing/corpus'
import messages from '@/messages/ru.json'

/** All Russian words that are at hand: the lexicon, the corpus, the words of the site. */
function words(): string[] {
  const texts = [
    ...Object.values(MEANINGS).map(({ ru }) => ru),
    ...readListings().map(({ title, body }) => `${title} ${body}`),
    ...readCases('development').map(({ q }) => q),
    JSON.stringify(messages),
  ]
  return [...new Set(texts.flatMap(wordsOf).map(fold))].filter(isCyrillic)
}

/** Endings that make many rare forms of each stem. */
const ENDINGS =
  'вшись ившись ывши ешь йте ннее ейшая ейше ость остью нный нными ющийся авший ивши ующего ями ией иях ться тся л ла ли ло'.split(
    ' ',
  )

async function stemsOfPostgres(list: string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ word: string; stem: string }[]>`
    SELECT word, (ts_lexize('russian_stem', word))[1] AS stem FROM unnest(${list}::text[]) AS word`
  return new Map(rows.map(({ word, stem }) => [word, stem]))
}

describe('the stem of a Russian word', () => {
  it('is that of the Snowball project, as PostgreSQL finds it', async () => {
    const known = words()
    const made = known.flatMap((word, index) => {
      const stem = word.slice(0, Math.max(2, word.length - 2))
      return [stem + (ENDINGS[index % ENDINGS.length] ?? ''), `${stem}и`]
    })
    const list = [...new Set([...known, ...made])]
    expect(list.length).toBeGreaterThan(5000)
    const stems = await stemsOfPostgres(list)
    const other = list.filter((word) => stems.get(word) && stemRussian(word) !== stems.get(word))
    expect(other.map((word) => `${word}: ${stemRussian(word)}, not ${stems.get(word)}`)).toEqual([])
  })
})
