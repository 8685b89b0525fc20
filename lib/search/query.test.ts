import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import { DECIDED, type Described } from '@/lib/search/facts'
import { understand } from '@/lib/search/query'
import { type SpokenWord, termsOf } from '@/lib/search/terms'

const plain: Described = {
  kind: 'housing',
  city: 'uralsk',
  otherCity: null,
  district: null,
  language: 'ru',
  texts: [],
  names: [],
  is: [],
  isNot: [],
  from: [],
  to: [],
}

/** A listing that says only this. */
function saying(text: string, language: Locale = 'ru', kind: ListingKind = 'housing'): Described {
  return { ...plain, kind, language, texts: [text] }
}

const read = (query: string, spoken: SpokenWord[] = []) => understand(query, async () => spoken)

/** The terms that each wish of a query has, without asking any listing. */
async function meant(query: string): Promise<string[][]> {
  return (await read(query)).wishes.map(({ terms }) => terms)
}

/** Whether a query finds a listing, as the words of that listing alone complete and correct it. */
async function finds(query: string, listing: Described): Promise<boolean> {
  const { terms, words } = termsOf(listing)
  const { wishes, unknown, elsewhere } = await read(query, words)
  const isMet =
    wishes.length > 0 && wishes.every((wish) => wish.terms.some((t) => terms.includes(t)))
  return isMet && unknown.length === 0 && !elsewhere
}

describe('a word means the same', () => {
  it.each([
    ['in every case and number', 'квартира', ['квартиру', 'квартиры', 'КВАРТИРЕ', 'квартирами']],
    ['with ё and without', 'жильё', ['жилье', 'ЖИЛЬЁ']],
    ['begun', 'квартира', ['квар', 'кварт', 'квартир']],
    ['with a slip', 'кровать', ['кравать', 'крвоать', 'кроватъ']],
    ['in Latin letters', 'квартира', ['kvartira', 'Kvartiru', 'kvartiry']],
    ['on the other keyboard', 'квартира', ['rdfhnbhf', 'RDFHNBHE']],
    ['in three languages', 'бесплатно', ['тегін', 'tegin', 'тегин', 'free']],
    ['by its synonyms', 'дети', ['детьми', 'детям', 'ребёнок', 'ребенка', 'балалармен', 'kids']],
    ['as a short name', 'цон', ['хқко', 'центр обслуживания населения', 'tson', 'ЦОНе']],
    ['to whoever looks for a lift', 'попутка', ['довезти', 'поездку', 'көлік', 'ride']],
    ['inside a city that had many names', 'Алматы', ['Алма-Ата', 'Алмате', 'Верном', 'Alma-Ata']],
    ['in the capital', 'Астана', ['Нур-Султане', 'нурсултан', 'Целинограде', 'Ақмола', 'astanada']],
    ['at the western border', 'Уральск', ['Орал', 'Оралда', 'uralske', 'Oral', 'ehfkmcr', 'Теке']],
    ['in the north', 'Петропавловск', ['Qyzyljar', 'Қызылжар', 'Петропавлда', 'петропавловске']],
  ])('%s', async (_, word, others) => {
    const [wanted = []] = await meant(word)
    for (const other of others) {
      const [terms] = await meant(other)
      expect(terms, other).toEqual(expect.arrayContaining([wanted[0]]))
    }
  })

  it('as Kazakh texts say it, with Kazakh letters or without', async () => {
    const listing = saying('Солтүстік өңірге жол, ағаш үй, қала шетінде тұрамыз', 'kk')
    const inLatin = ['jol', 'óńir', 'öñir', 'aǵash', 'ağash', 'agash']
    for (const query of ['өңір', 'онир', 'қаладан', 'кала', 'солтустик', ...inLatin]) {
      expect(await finds(query, listing), query).toBe(true)
    }
  })
})

describe('what would do', () => {
  it('is a bed for a room, a room for a bed, help with the IIN for a service centre', async () => {
    const close = async (query: string) => (await read(query)).wishes.map((wish) => wish.close)
    expect(await close('комната')).toEqual([['is:bed']])
    expect(await close('төсек')).toEqual([['is:room']])
    expect(await close('ЦОН в Астане')).toEqual([['is:iin'], []])
    expect(await close('иин')).toEqual([[]])
  })

  it('is nothing twice: a place may be a ride, a home or a word', async () => {
    expect((await read('место')).wishes.map(({ terms }) => terms)).toEqual([
      ['is:ride', 'is:housing', 'ru:мест', 'kk:место'],
    ])
  })
})

describe('what is not meant', () => {
  it.each([
    'Петропавловск-Камчатский',
    'квартира в Шымкенте',
    'kvartira v shymkente',
    'ride to Moscow',
    'Аральск',
    'ночлег в Самаре',
  ])('%s is not ours, whatever else is asked', async (query) => {
    expect((await read(query)).elsewhere).toBe(true)
  })

  it('Almaty is a city, and only with its word or its city the district of Astana', async () => {
    expect(await meant('Алматы')).toEqual([['in:almaty']])
    expect(await meant('район Алматы')).toEqual([['at:astana:almaty']])
    expect(await meant('Алматы ауданы')).toEqual([['at:astana:almaty']])
    const [almaty] = await meant('Алматы Астана')
    expect(almaty).toEqual(['in:almaty', 'at:astana:almaty'])
  })

  it('a part of another word', async () => {
    expect(await finds('кот', saying('Новый газовый котёл'))).toBe(false)
    expect(await finds('иин', saying('Пост Мариинский', 'ru', 'centre'))).toBe(false)
    expect(await finds('орал', saying('Бұрын оралман аталған', 'kk'))).toBe(true)
    expect(await finds('дом', saying('Работает домофон'))).toBe(false)
  })

  it('what a text denies: columns decide where there are any', async () => {
    const refusing = saying('Без животных, с детьми не сдаём, не бесплатно')
    for (const query of ['собака', 'дети', 'бесплатно']) {
      expect(await finds(query, refusing), query).toBe(false)
    }
    expect(DECIDED.housing).toContain('pets')
    expect(await finds('собака', saying('Собаку можно взять с собой', 'ru', 'centre'))).toBe(true)
  })

  it('the city that a text only mentions', async () => {
    const listing = saying('Хозяйка родом из Астаны')
    expect(await finds('астана', listing)).toBe(false)
    expect(await finds('уральск', { ...listing, is: ['flat'] })).toBe(true)
  })

  it('anything at all', async () => {
    for (const query of ['', ' ', '?', 'в', 'the of a', 'да', '5', '%00', '🙏', '...']) {
      const { wishes, unknown } = await read(query)
      expect([wishes, unknown], query).toEqual([[], []])
    }
  })
})

describe('the way of a journey', () => {
  it.each([
    ['из Астаны в Алматы', [['from:astana'], ['to:almaty']]],
    ['ride from uralsk to astana', [['is:ride'], ['from:uralsk'], ['to:astana']]],
    ['Оралдан Алматыға', [['from:uralsk'], ['in:almaty']]],
    ['поездка в Уральск', [['is:ride'], ['to:uralsk']]],
    ['поездка в Уральске', [['is:ride'], ['in:uralsk']]],
    ['комната в Астане', [['is:room'], ['in:astana']]],
  ])('%s', async (query, wanted) => {
    expect(await meant(query)).toEqual(wanted)
  })
})

describe('a mistyped query', () => {
  it.each([
    ['кравать', 'кровать'],
    ['kvartira v uralske', null],
    ['rdfhnbhf d ehfkmcrt', 'квартира в уральске'],
    ['нужен пиреводчик', 'нужен переводчик'],
    ['комната', null],
  ])('%s: did you mean %s', async (query, suggestion) => {
    expect((await read(query)).suggestion).toBe(suggestion)
  })

  it('is completed and corrected from what listings say', async () => {
    const listing = saying('На кухне стоит пианино')
    expect(await finds('пиан', listing)).toBe(true)
    expect(await finds('пианено', listing)).toBe(true)
    expect((await read('пианено', termsOf(listing).words)).suggestion).toBe('пианино')
    expect(await finds('скрипка', listing)).toBe(false)
  })

  it('is read as it was typed for who insists: on any keyboard, with any slip', async () => {
    const listing = saying('На кухне стоит пианино')
    const literally = (query: string) => understand(query, async () => termsOf(listing).words, true)
    for (const typed of ['пианено', 'кравать', 'rdfhnbhf', 'gbfybyj']) {
      const { suggestion, unknown, wishes } = await literally(typed)
      expect([suggestion, unknown, wishes], typed).toEqual([null, [typed], []])
    }
    expect((await literally('пиан')).wishes).toHaveLength(1)
    expect((await literally('квартира')).wishes).toEqual((await read('квартира')).wishes)
  })

  it('names what nobody says', async () => {
    expect((await read('комната с пианино')).unknown).toEqual(['пианино'])
  })
})

describe('any text', () => {
  it('is read without failing, and never as more than it says', async () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'аяьёқңaz;[,0-1 \u0000́🙏'),
      maxLength: 120,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(letters, fc.string({ unit: 'binary', maxLength: 200 })),
        async (text) => {
          const { wishes, tooLong } = await read(text)
          expect(tooLong).toBe([...text].length > 100)
          expect(wishes.length).toBeLessThanOrEqual(100)
          for (const { terms } of wishes) expect(terms.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})
