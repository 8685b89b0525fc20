import { beforeAll, describe, expect, it } from 'vitest'
import { GUEST } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { changeListing, withdrawListing } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import { cityDay, dayColumn } from '@/lib/places/city-time'
import { forgetExpired } from '@/lib/retention/commands'
import { chooseListings } from '@/lib/search/choose'
import { EDITION, forgetTerms, forgetWords, indexStale } from '@/lib/search/commands'
import { countEmptySearch, writeEmptySearches } from '@/lib/search/empty'
import { readQuery } from '@/lib/search/spoken'
import { type Cast, cast } from '@/lib/testing/cast'
import { homeForm, offerHome, publishHome } from '@/lib/testing/homes'
import { publishRide } from '@/lib/testing/rides'

const DAY_MS = 86_400_000
let people: Cast

beforeAll(async () => {
  people = await cast()
})

async function found(query: string): Promise<string[]> {
  const words = await readQuery({ q: query })
  if (!words) return []
  const rows = await chooseListings(GUEST, { words, city: null, kind: null }, new Date())
  return rows.map(({ id }) => id)
}

/** A moderator's yes; a first home, which is no change, gets that of another one before. */
async function approve(listingId: string, version = 1, revisionId?: string): Promise<void> {
  const yes = { listingId, version, action: 'approve', reason: 'fine', note: '' } as const
  if (!revisionId) await decide(people.erzhan, yes)
  await decide(people.samal, revisionId ? { ...yes, revisionId } : yes)
}

describe('a listing', () => {
  it('is found once it is published, and as a change of it is', async () => {
    const id = await offerHome(people.marta, { title: 'Комната с аквариумом' })
    expect(await found('аквариум')).toEqual([])
    await approve(id)
    expect(await found('аквариум')).toEqual([id])

    const { version } = await db.listing.findUniqueOrThrow({ where: { id } })
    const change = homeForm({ title: 'Комната с террариумом' })
    await changeListing(people.marta, id, version, 'ru', change)
    expect(await found('террариум')).toEqual([])
    const revision = await db.listingRevision.findFirstOrThrow({ where: { listingId: id } })
    await approve(id, version, revision.id)
    expect(await found('террариум')).toEqual([id])
    expect(await found('аквариум')).toEqual([])
  })

  it('is not found by anything that is sealed', async () => {
    const home = await publishHome(people.marta, people.samal, { address: 'Проспект Гагарина' })
    const ride = await publishRide(people.marta, people.samal, {
      point: 'Возле фонтана',
      car: 'Жёлтый кабриолет',
    })
    const rows = await db.listingSearch.findMany({ where: { listingId: { in: [home, ride] } } })
    const terms = rows.flatMap((row) => row.terms)
    expect(terms.length).toBeGreaterThan(20)
    expect(terms.filter((term) => /гагарин|проспект|фонтан|кабриолет|желт/.test(term))).toEqual([])
    expect(await db.spokenWord.count({ where: { word: { in: ['гагарина', 'фонтана'] } } })).toBe(0)
  })

  it('that is hidden is not found, nor are its words suggested to find it', async () => {
    const id = await publishHome(people.marta, people.samal, { title: 'Комната с камином' })
    expect(await found('камен')).toEqual([id])
    await db.listing.update({ where: { id }, data: { pausedUntil: new Date(Date.now() + DAY_MS) } })
    expect(await found('камен')).toEqual([])
    expect(await found('камин')).toEqual([])
  })

  it.each([
    ['crossing-taskala', 'из Каменки'],
    ['crossing-aksay', 'новогеоргиевка'],
    ['crossing-orda', 'Урда'],
    ['crossing-kurmangazy', 'ganyushkino'],
    ['crossing-sharbakty', 'Щербакты'],
  ])('is found by what its crossing %s was called: %s', async (from, query) => {
    const id = await publishRide(people.marta, people.samal, { from })
    expect(await found(query)).toEqual([id])
  })
})

describe('terms', () => {
  it('of another edition, or none, are written anew', async () => {
    const id = await publishHome(people.marta, people.samal, { title: 'Комната с телескопом' })
    const other = await publishHome(people.marta, people.samal, { title: 'Комната с глобусом' })
    const where = { listingId: id }
    await db.listingSearch.update({ where, data: { terms: [], edition: 'old' } })
    await db.listingSearch.delete({ where: { listingId: other } })
    expect(await found('телескоп')).toEqual([])
    expect(await indexStale()).toBe(2)
    expect(await found('телескоп')).toEqual([id])
    expect(await found('глобус')).toEqual([other])
    expect(await db.listingSearch.count({ where: { edition: EDITION } })).toBe(
      await db.listing.count({ where: { status: 'published' } }),
    )
    expect(await indexStale()).toBe(0)
  })

  it('go with what nobody can find any more, and come back with it', async () => {
    const taken = await publishHome(people.marta, people.samal, { title: 'Комната с роялем' })
    const over = await publishRide(people.marta, people.samal)
    const kept = async () => {
      const rows = await db.listingSearch.findMany({ where: { listingId: { in: [taken, over] } } })
      return rows.map(({ listingId }) => listingId).sort()
    }
    expect(await kept()).toEqual([taken, over].sort())
    await withdrawListing(people.marta, taken)
    expect(await kept()).toEqual([over])
    const { expiresAt } = await db.listing.findUniqueOrThrow({ where: { id: over } })
    await forgetTerms(new Date(Number(expiresAt) - 1))
    expect(await kept()).toEqual([over])
    await forgetTerms(new Date(Number(expiresAt)))
    expect(await kept()).toEqual([])
    await db.listing.update({ where: { id: over }, data: { expiresAt: new Date() } })
    await indexStale()
    expect(await kept()).toEqual([])
    await db.listing.update({ where: { id: over }, data: { expiresAt } })
    await indexStale()
    expect(await kept()).toEqual([over])
  })

  it('that no listing says any more lose their words, in time', async () => {
    await publishHome(people.marta, people.samal, { title: 'Комната с барометром' })
    await db.spokenWord.create({ data: { term: 'ru:гобелен', word: 'гобелен', sound: 'гобелен' } })
    const known = () => db.spokenWord.count({ where: { word: { in: ['барометром', 'гобелен'] } } })
    await forgetWords(new Date(Date.now() + 6 * DAY_MS))
    expect(await known()).toBe(2)
    for (let batch = 0; batch < 5; batch++) await forgetWords(new Date(Date.now() + 8 * DAY_MS))
    expect(await known()).toBe(1)
    expect(await db.spokenWord.count({ where: { word: 'барометром' } })).toBe(1)
  })
})

describe('searches that found nothing', () => {
  it('are counted by day, kind and city, and by nothing else, for a year', async () => {
    const now = new Date()
    const today = dayColumn(cityDay(now, 'Asia/Almaty'))
    countEmptySearch('ride', 'uralsk')
    countEmptySearch('ride', 'uralsk')
    countEmptySearch(null, null)
    await writeEmptySearches(now)
    await writeEmptySearches(now)
    countEmptySearch('ride', 'uralsk')
    await writeEmptySearches(now)
    expect(await db.emptySearch.findMany({ orderBy: { kind: 'asc' } })).toEqual([
      { day: today, kind: 'any', city: 'any', searches: 1 },
      { day: today, kind: 'ride', city: 'uralsk', searches: 3 },
    ])
    await forgetExpired(new Date(now.getTime() + 364 * DAY_MS))
    expect(await db.emptySearch.count()).toBe(2)
    await forgetExpired(new Date(now.getTime() + 367 * DAY_MS))
    expect(await db.emptySearch.count()).toBe(0)
  })
})
