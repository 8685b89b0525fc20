import { describe, expect, it } from 'vitest'
import { dilution, impressionOf, traitsOf } from '@/lib/risk/impression'
import { sentencesOf } from '@/lib/risk/unmask'

const names = (text: string) => [...traitsOf(sentencesOf(text)).keys()]

describe('the traits of a text', () => {
  it('are beginnings of words, ideas, and ideas that share a sentence', () => {
    const found = names('Оплатите заранее.')
    expect(found).toEqual(expect.arrayContaining(['оплат', '<pay>', '<early>', '<early> <pay>']))
  })

  it('are beginnings of two words in a row', () => {
    expect(names('Оплатите заранее.')).toContain('оплат заран')
  })

  it('are ideas of more than one word, with at most one between', () => {
    expect(names('Паспорта собираю сам.')).toContain('<passport_taken>')
    expect(names('Паспорта я собираю сам.')).toContain('<passport_taken>')
    expect(names('Паспорта при вас, собираю ягоды.')).not.toContain('<passport_taken>')
  })

  it('are the same idea in every language and in other letters', () => {
    for (const text of [
      'Адрес после чека',
      'Send a receipt',
      'Чекті жіберіңіз',
      'Chek kerek, birak keiin',
    ])
      expect(names(text)).toContain('<receipt>')
  })

  it('turn round beside a no and in a warning', () => {
    expect(names('Паспорт не нужен.')).toContain('no <passport>')
    expect(names('Мошенники просят паспорт.')).toContain('no <passport>')
  })

  it('share no sentence across a full stop', () => {
    expect(names('Оплатите. Заранее.')).not.toContain('<early> <pay>')
  })
})

describe('the impression of a text', () => {
  const weights = { always: -1, traits: { '<parcel>': 2, '<home>': -3, свер: 5 } }

  it('is the sum of what its traits weigh, and shows the ideas that weigh most', () => {
    const text = 'Возьмите посылку.'
    const { score, marks } = impressionOf(sentencesOf(text), weights)
    expect(score).toBeCloseTo(-1 + 2 * dilution(traitsOf(sentencesOf(text))))
    expect(new Set(marks.map(([start, end]) => text.slice(start, end)))).toEqual(
      new Set(['посылку']),
    )
  })

  it('says less of each trait the more there are', () => {
    const [short, long] = ['Возьмите посылку.', 'Возьмите посылку, круглую, синюю, обычную.']
    expect(impressionOf(sentencesOf(short), weights).score).toBeGreaterThan(
      impressionOf(sentencesOf(long), weights).score,
    )
    expect(impressionOf(sentencesOf(long), weights).score).toBeGreaterThan(weights.always)
  })

  it('shows nothing that speaks for the author', () => {
    const { score, marks } = impressionOf(sentencesOf('В доме кошка.'), weights)
    expect(score).toBeLessThan(weights.always)
    expect(marks).toEqual([])
  })

  it('is that of every text where nothing is known', () => {
    expect(impressionOf(sentencesOf(''), weights)).toEqual({ score: -1, marks: [] })
  })
})
