import { describe, expect, it } from 'vitest'
import { PlaceKind } from '@/lib/generated/prisma/enums'
import { BODY_LENGTH, TITLE_LENGTH } from '@/lib/listings/schema'
import { findPersonalData, findUnprintable } from '@/lib/moderation/rules'
import { REASONS } from '@/lib/moderation/schema'
import { CITIES, CITY_SLUGS } from '@/lib/places/cities'
import { HOLIDAYS, PLACES } from './places'
import { SAMPLES } from './write-samples'

const placeById = new Map(PLACES.map((place) => [place.id, place]))

describe('places', () => {
  it('are 4 cities, 23 crossings, 9 stations, 4 airports and 4 bus stations, each once', () => {
    const count = (kind: PlaceKind) => PLACES.filter((place) => place.kind === kind).length
    const counts = Object.values(PlaceKind).map((kind) => [kind, count(kind)])
    expect(Object.fromEntries(counts)).toEqual({
      city: 4,
      crossing: 23,
      station: 9,
      airport: 4,
      bus_station: 4,
    })
    expect(placeById.size).toBe(PLACES.length)
  })

  it.each(PLACES.map((place) => [place.id, place] as const))('%s holds together', (id, place) => {
    expect(id).toMatch(new RegExp(`^${place.kind.replace('_', '-')}-[a-z0-9-]+$`))
    expect(place.source).toMatch(/^https:\/\//)
    expect(place.nameRu).toMatch(/^\p{Script=Cyrillic}/u)
    expect(place.nameEn).toMatch(/^[A-Za-z]/)
    expect(place.otherSideRu === null).toBe(place.kind !== 'crossing')
    expect(place.otherSideEn === null).toBe(place.kind !== 'crossing')
    expect(place.latitude === null).toBe(place.longitude === null)
    expect(new Set(place.serves).size).toBe(place.serves.length)
    if (place.kind !== 'crossing') expect(place.serves).toHaveLength(1)
  })

  it('have coordinates only where a source gives them', () => {
    for (const { kind, latitude } of PLACES) {
      expect(latitude === null).toBe(kind === 'crossing' || kind === 'bus_station')
    }
  })

  it('say what is known of their state in three languages, with one source', () => {
    const notices = PLACES.flatMap(({ notice }) => notice ?? [])
    expect(notices).toHaveLength(10)
    for (const { ru, kk, en, source } of notices) {
      expect(source).toMatch(/^https:\/\/\S+$/)
      for (const text of [ru, kk, en]) {
        expect(text).toMatch(/20\d\d/)
        expect(text).not.toMatch(/!/)
      }
      expect(ru).not.toMatch(/(^|\s)[а-яё] /iu)
    }
  })
})

it('holidays are distinct days of one year', () => {
  expect(new Set(HOLIDAYS.days).size).toBe(17)
  expect(HOLIDAYS.days.every((day) => day.startsWith('2026-'))).toBe(true)
  expect(HOLIDAYS.fixedNextYear.every((day) => day.startsWith('2027-'))).toBe(true)
})

describe('samples', () => {
  const rides = SAMPLES.flatMap(({ city, rides }) => rides.map((ride) => ({ city, ...ride })))
  const housing = SAMPLES.flatMap(({ city, housing }) => housing.map((home) => ({ city, ...home })))
  const centres = SAMPLES.flatMap(({ city, centres }) =>
    centres.map((centre) => ({ city, ...centre })),
  )

  it('hold no personal data and fit the limits', () => {
    const texts = [
      ...rides.map(({ body }) => body),
      ...housing.flatMap(({ title, body, houseRules = '' }) => [title, body, houseRules]),
      ...centres.flatMap(({ title, body, documents }) => [title, body, documents]),
    ]
    for (const text of texts) {
      expect(findPersonalData(text) ?? findUnprintable(text)).toBeNull()
      expect(text.length).toBeLessThanOrEqual(BODY_LENGTH.max)
    }
    for (const { title } of [...housing, ...centres]) {
      expect(title.length).toBeGreaterThanOrEqual(TITLE_LENGTH.min)
      expect(title.length).toBeLessThanOrEqual(TITLE_LENGTH.max)
    }
  })

  it('rides belong to the city they go to and name the other one they leave', () => {
    for (const { city, otherCity, from, to } of rides) {
      const start = placeById.get(from)
      expect(placeById.get(to)?.serves).toEqual([city])
      expect(start).toBeDefined()
      if (start?.kind !== 'crossing') expect([otherCity ?? city]).toEqual(start?.serves)
    }
  })

  it('name known districts', () => {
    for (const { city, district } of [...housing, ...centres]) {
      const known = CITIES[city].districts.map(({ slug }) => slug)
      if (district) expect(known).toContain(district)
    }
  })

  it('are decided for reasons that a moderator can choose', () => {
    const actions = {
      changes_requested: 'request_changes',
      rejected: 'reject',
      taken_down: 'take_down',
    } as const
    for (const { state } of [...rides, ...housing, ...centres]) {
      if ('decision' in state)
        expect(REASONS[actions[state.status]]).toContain(state.decision.reason)
    }
  })

  it('show every city rides, a home without room, a stale one, and help with and without booking', () => {
    for (const city of CITY_SLUGS) {
      const shown = SAMPLES.find((samples) => samples.city === city)
      expect(shown?.rides.length).toBeGreaterThanOrEqual(4)
      expect(shown?.housing.length).toBeGreaterThanOrEqual(5)
      expect(shown?.centres).toHaveLength(2)
    }
    expect(new Set(housing.map(({ kind }) => kind)).size).toBe(5)
    expect(new Set(centres.map(({ appointment }) => appointment)).size).toBe(3)
    const states = [...rides, ...housing, ...centres].map(({ state }) => state.status)
    expect(new Set(states).size).toBe(6)
  })
})
