import { describe, expect, it } from 'vitest'
import { dilution, impressionOf, traitsOf } from '@/lib/risk/impression'
import { sentencesOf } from '@/lib/risk/unmask'

const names = (text: string) => [...traitsOf(sentencesOf(text), 'housing').keys()]

describe('the traits of a text', () => {
  it('are beginnings of words, ideas, and an idea with a word of its sentence', () => {
    const found = names('Оплатите заранее.')
    expect(found).toEqual(expect.arrayContaining(['оплат', '<pay>', '<early>', '<pay> + заран']))
  })

  it('are words and ideas of a kind of listing', () => {
    const [home, ride] = (['housing', 'ride'] as const).map((kind) => [
      ...traitsOf(sentencesOf('Оплатите заранее.'), kind).keys(),
    ])
    expect(home).toEqual(expect.arrayContaining(['оплат @housing', '<pay> @housing']))
    expect(ride).toEqual(expect.arrayContaining(['оплат @ride', '<pay> @ride']))
    expect(ride).not.toContain('<pay> @housing')
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
    expect(names('Оплатите. Заранее.')).not.toContain('<pay> + заран')
  })
})

describe('the impression of a text', () => {
  const impressionIn = (text: string) => impressionOf(sentencesOf(text), 'ride', weights)
  const weights = { always: -1, traits: { '<parcel>': 2, '<home>': -3, свер: 5 } }

  it('is the sum of what its traits weigh, and shows the ideas that weigh most', () => {
    const text = 'Возьмите посылку.'
    const { score, marks } = impressionIn(text)
    expect(score).toBeCloseTo(-1 + 2 * dilution(sentencesOf(text)))
    expect(new Set(marks.map(([start, end]) => text.slice(start, end)))).toEqual(
      new Set(['посылку']),
    )
  })

  it('shows an idea for all that it weighs with the words around it', () => {
    const known = { always: 0, traits: { '<parcel>': 1, '<parcel> + дом': -2, '<pay>': 0.5 } }
    const shown = (text: string) => {
      const { marks } = impressionOf(sentencesOf(text), 'ride', known)
      return [...new Set(marks.map(([start, end]) => text.slice(start, end)))]
    }
    expect(shown('Оплатите посылку.')).toEqual(['посылку', 'Оплатите'])
    expect(shown('Оплатите посылку в дом.')).toEqual(['Оплатите'])
  })

  it('says less of each trait the more there are', () => {
    const [short, long] = ['Возьмите посылку.', 'Возьмите посылку, круглую, синюю, обычную.']
    expect(impressionIn(short).score).toBeGreaterThan(impressionIn(long).score)
    expect(impressionIn(long).score).toBeGreaterThan(weights.always)
  })

  it('shows nothing that speaks for the author', () => {
    const { score, marks } = impressionIn('В доме кошка.')
    expect(score).toBeLessThan(weights.always)
    expect(marks).toEqual([])
  })

  it('is that of every text where nothing is known', () => {
    expect(impressionIn('')).toEqual({ score: -1, marks: [] })
  })
})
