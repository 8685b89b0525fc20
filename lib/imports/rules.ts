import type { CentreFate } from '@/lib/generated/prisma/enums'
import {
  type CellChange,
  type CentreFacts,
  changesBetween,
  type RowProblem,
} from '@/lib/registry/columns'
import type { Standing } from '@/lib/registry/standing'

/** A row of a file after its cells were read. */
export interface ReadRow {
  line: number
  key: string
  read: CentreFacts | RowProblem[]
}

/** What would become of a row. */
export interface JudgedRow {
  line: number
  fate: CentreFate
  key: string
  title: string
  listingId: string | null
  version: number | null
  facts: CentreFacts | null
  changes: CellChange[] | null
  problems: RowProblem[] | null
}

/**
 * The fate of every row: a key that stands is that centre, changed or not; any other is a new one. A key
 * or a place that comes twice is a duplicate.
 */
export function judge(rows: ReadRow[], standing: readonly Standing[]): JudgedRow[] {
  const byKey = new Map(standing.map((centre) => [centre.facts.key, centre]))
  const atPlace = new Map(standing.map((centre) => [placeOf(centre.facts), centre]))
  const lines = new Map<string, number>()
  return rows.map(({ line, key, read }) => {
    const found = byKey.get(key)
    if (Array.isArray(read)) return blank(line, key, 'error', { problems: read })
    const base = { title: read.title, facts: read }
    const place = placeOf(read)
    const sameKey = lines.get(`key ${key}`)
    const samePlace = place === null ? undefined : lines.get(place)
    lines.set(`key ${key}`, line)
    if (place !== null) lines.set(place, line)
    if (sameKey !== undefined) {
      return blank(line, key, 'duplicate', { ...base, problems: [twice('key_twice', sameKey)] })
    }
    if (found) return compared(line, found, read)
    if (samePlace !== undefined) {
      return blank(line, key, 'duplicate', { ...base, problems: [twice('place_twice', samePlace)] })
    }
    const there = place === null ? undefined : atPlace.get(place)
    if (there) {
      const problems = [{ column: 'key' as const, code: 'place_standing' }]
      return blank(line, key, 'duplicate', { ...base, problems, listingId: there.id })
    }
    return blank(line, key, 'new', base)
  })
}

function compared(line: number, found: Standing, facts: CentreFacts): JudgedRow {
  const { id: listingId, version, shut } = found
  const base = { title: facts.title, listingId, version }
  const { key } = found.facts
  const changes = changesBetween(found.facts, facts)
  if (changes.length === 0 && shut !== 'not_published') {
    return blank(line, key, 'unchanged', { ...base, facts })
  }
  if (shut) return blank(line, key, 'error', { ...base, problems: [{ column: 'key', code: shut }] })
  return blank(line, key, 'changed', { ...base, facts, changes })
}

// Help points say no address, and many have the same name.
function placeOf({ centreKind, city, title, publicAddress }: CentreFacts): string | null {
  if (publicAddress === '') return null
  return `place ${[centreKind, city, title, publicAddress].join('\n').toLowerCase()}`
}

function twice(code: string, line: number): RowProblem {
  return { column: code === 'key_twice' ? 'key' : 'address', code, values: { line } }
}

function blank(line: number, key: string, fate: CentreFate, rest: Partial<JudgedRow>): JudgedRow {
  const nothing = { title: '', listingId: null, version: null, facts: null }
  return { line, key, fate, ...nothing, changes: null, problems: null, ...rest }
}
