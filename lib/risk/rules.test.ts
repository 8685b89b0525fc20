import { describe, expect, it } from 'vitest'
import { type Facts, judge } from '@/lib/risk/rules'

const FACTS: Facts = {
  kind: 'housing',
  price: 4000,
  usual: null,
  isNewAuthor: false,
  same: null,
  reports: { times: 0, grave: false },
}
const judged = (text: string, facts: Partial<Facts> = {}) => judge(text, { ...FACTS, ...facts })
const codes = (text: string, facts: Partial<Facts> = {}) =>
  judged(text, facts).risks.flatMap(({ code, weight }) => (weight > 0 ? [code] : []))

const PLAIN = 'Сдаю комнату. Предоплата на карту до заселения, торопитесь, осталось одно место.'
const HOMELY =
  ' В доме тепло и тихо, живёт кошка Муська, по утрам пахнет хлебом. Рядом парк, школа и базар.'

describe('a text that asks for money first', () => {
  it('goes before everything else, with the words that gave it away', () => {
    const { level, words } = judged(PLAIN)
    expect(level).toBe('first')
    expect(words.join(' ')).toMatch(/предоплата/i)
  })

  it.each([
    ['in letters of another alphabet', PLAIN.replaceAll('о', 'o').replaceAll('а', 'a')],
    ['in letters apart', PLAIN.replace('Предоплата', 'П р е д о п л а т а')],
    ['with figures for letters', PLAIN.replace('Предоплата', 'Пред0плата')],
    ['with signs that cannot be seen', PLAIN.replace('Предоплата', 'Предо\u200bплата')],
    ['in Latin letters', 'Sdayu komnatu. Predoplata na kartu do zaseleniya, ostalos odno mesto.'],
    ['in Kazakh', 'Бөлме беремін. Кілтін алдын ала картаға ақша салсаңыз ғана беремін.'],
    ['in English', 'Room to let. Pay the deposit to my card before viewing, hurry, last place.'],
  ])('is seen %s', (_, text) => {
    expect(judged(text).level).not.toBe('none')
  })

  it('stays in front however many homely words are around it', () => {
    expect(judged(PLAIN + HOMELY.repeat(15)).level).toBe('first')
  })
})

describe('a text that only speaks of it', () => {
  it.each([
    'Комната с балконом. Предоплату не беру, деньги при заселении, сначала посмотрите.',
    'Осторожно: мошенники просят предоплату на карту до просмотра. Так не делайте.',
    'Бөлме таза, жарық. Алдын ала ақша алмаймын, келгенде төлейсіз.',
    'A bright room. I never ask for a deposit; see it first and pay when you move in.',
  ])('is not looked at: %s', (text) => {
    expect(judged(text)).toMatchObject({ level: 'none', risks: [] })
  })
})

it.each([
  'Проведу в стороне от пункта пропуска, потом довезу до города.',
  'Бекеттің шетімен алып өтемін, кейін қалаға жеткіземін.',
  'I walk you round the crossing at night, then drive you to town.',
])('a way around the official crossings is seen, however calmly told: %s', (text) => {
  expect(judged(text, { kind: 'ride', price: 0 }).level).not.toBe('none')
})

describe('a way to reach somebody past the site', () => {
  it.each([
    ['a phone', 'Комната у парка. Звоните +7 701 000 12 34.'],
    ['a phone in words', 'Номер: восемь семьсот один ноль ноль ноль двенадцать тридцать четыре.'],
    ['an address of another site', 'Все фото на rooms.example.org'],
    ['a name in a messenger', 'Комната у парка, пишите в телеграм @komnata_uralsk'],
  ])('is seen as %s', (_, text) => {
    expect(codes(text)).toContain('contact_elsewhere')
  })

  it('is no price, no clock and no distance', () => {
    const text = 'Выезд в 09:30, дорога 1200 км, 14 часов, 8500 тенге с человека.'
    expect(codes(text, { kind: 'ride', price: 8500 })).toEqual([])
  })
})

it('the number of a document goes first', () => {
  const { level, risks } = judged('Мой ИИН 880512300123, проверяйте.')
  expect(level).toBe('first')
  expect(risks).toContainEqual({ code: 'document_number', weight: 3 })
})

describe('a price', () => {
  const usual = { median: 5000, offers: 20 }

  it.each([
    ['of a seat that no petrol costs', { kind: 'ride', price: 30_001 }, ['price_unreal']],
    ['of a seat', { kind: 'ride', price: 30_000 }, []],
    ['far above the usual of its city', { price: 20_001, usual }, ['price_high']],
    ['of a bed where nothing is usual yet', { price: 40_001 }, ['price_unreal']],
    ['that is none', { price: 0, usual }, []],
  ] as const)('%s', (_, facts, expected) => {
    expect(codes('Тихая комната у парка.', facts)).toEqual(expected)
  })
})

it('what is known beside the text counts by itself, the gravest first', () => {
  const same = { listingId: 'a', city: 'astana', isRefused: true } as const
  const { level, risks } = judged('Тихая комната у парка.', {
    same,
    isNewAuthor: true,
    reports: { times: 2, grave: true },
  })
  expect(level).toBe('first')
  expect(risks.map(({ code }) => code)).toEqual(['reported', 'same_text_refused', 'new_author'])
})
