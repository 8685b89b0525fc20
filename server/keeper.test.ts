import { beforeEach, describe, expect, it } from 'vitest'
import { createKeeper, type Fate, STALE_MS } from './keeper'

type Page = { text: string; fate: Fate }

const FRESH_MS = 2_000
let at = 0
let made = 0
const keeper = (most = 10, mostBytes = 1_000) =>
  createKeeper<Page>({
    fateOf: ({ fate }) => fate,
    weigh: ({ text }) => text.length,
    most,
    mostBytes,
    freshMs: () => FRESH_MS,
    now: () => at,
  })
const makes =
  (text: string, fate: Fate = 'kept') =>
  async () => {
    made += 1
    return { text, fate }
  }

beforeEach(() => {
  at = 1_000
  made = 0
})

describe('a page', () => {
  it('is given out again until its two seconds are over', async () => {
    const pages = keeper()
    await pages('a', makes('old'))
    at += FRESH_MS - 1
    expect(await pages('a', makes('new'))).toMatchObject({ text: 'old' })
    at += 1
    expect(await pages('a', makes('new'))).toMatchObject({ text: 'new' })
  })

  it('is as old as its beginning: a slow one is not kept longer', async () => {
    const pages = keeper()
    await pages('a', async () => {
      at += FRESH_MS
      return makes('slow')()
    })
    expect(await pages('a', makes('new'))).toMatchObject({ text: 'new' })
  })

  it('is made once for all who ask at the same time', async () => {
    const pages = keeper()
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, n) => pages('a', makes(`of ${n}`))),
    )
    expect(made).toBe(1)
    expect(new Set(all.map(({ text }) => text))).toEqual(new Set(['of 0']))
  })

  it('for one alone is made for each, and kept for nobody', async () => {
    const pages = keeper()
    const all = await Promise.all(
      ['a', 'b', 'c'].map((reader) => pages('page', makes(reader, 'own'))),
    )
    expect(all.map(({ text }) => text)).toEqual(['a', 'b', 'c'])
    expect(await pages('page', makes('d', 'own'))).toMatchObject({ text: 'd' })
  })

  it('refused to one is made once for all others, and leaves what was kept', async () => {
    const pages = keeper()
    const all = await Promise.all([
      pages('page', makes('no', 'refused')),
      ...['a', 'b', 'c'].map((reader) => pages('page', makes(reader))),
    ])
    expect(all.map(({ text }) => text)).toEqual(['no', 'a', 'a', 'a'])
    at += FRESH_MS
    await pages('page', makes('no', 'refused'))
    expect(await pages('page', makes('away', 'failed'))).toMatchObject({ text: 'a' })
  })

  it('that does not exist is looked for again by the next', async () => {
    const pages = keeper()
    await pages('a', makes('kept'))
    at += FRESH_MS
    await pages('a', makes('gone', 'shared'))
    expect(await pages('a', makes('back'))).toMatchObject({ text: 'back' })
  })
})

describe('while no page can be made', () => {
  const failing = makes('sorry', 'failed')

  it('the last one stands in for a minute, and not longer', async () => {
    const pages = keeper()
    await pages('a', makes('last'))
    at += STALE_MS - 1
    expect(await pages('a', failing)).toMatchObject({ text: 'last' })
    at += 1
    expect(await pages('a', failing)).toMatchObject({ text: 'sorry' })
  })

  it('it is tried again every two seconds, not for each reader', async () => {
    const pages = keeper()
    await pages('a', makes('last'))
    at += FRESH_MS
    for (let n = 0; n < 50; n += 1) await pages('a', failing)
    expect(made).toBe(2)
    at += FRESH_MS
    expect(await pages('a', makes('new'))).toMatchObject({ text: 'new' })
  })

  it('nothing stands in for a page that nobody has seen', async () => {
    expect(await keeper()('a', failing)).toMatchObject({ text: 'sorry' })
  })
})

describe('what is kept', () => {
  it('is bounded by number: the oldest goes', async () => {
    const pages = keeper(2)
    for (const key of ['a', 'b', 'c']) await pages(key, makes(key))
    await pages('c', makes('new'))
    await pages('b', makes('new'))
    expect(made).toBe(3)
    await pages('a', makes('new'))
    expect(made).toBe(4)
  })

  it('is bounded by weight, and a page too heavy is not kept at all', async () => {
    const pages = keeper(10, 10)
    await pages('a', makes('12345'))
    await pages('b', makes('12345'))
    await pages('c', makes('1'))
    await pages('b', makes('new'))
    expect(made).toBe(3)
    await pages('d', makes('12345678901'))
    await pages('d', makes('12345678901'))
    expect(made).toBe(5)
  })
})
