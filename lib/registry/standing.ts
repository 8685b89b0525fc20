import { openFacts } from '@/lib/centres/queries'
import type { DatedException } from '@/lib/centres/rules'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type CitySlug, timeZoneOf } from '@/lib/places/cities'
import { cityDay, columnDay } from '@/lib/places/city-time'
import type { CentreFacts } from '@/lib/registry/columns'

/** A centre as it stands. */
export interface Standing {
  id: string
  version: number
  /** Why staff must not change it now, if they must not. */
  shut: 'not_published' | 'change_waits' | null
  facts: CentreFacts & { key: string }
}

/** What `standingOf` reads; nothing that is sealed. */
export const standingSelect = {
  id: true,
  version: true,
  status: true,
  sample: true,
  city: true,
  language: true,
  title: true,
  body: true,
  revisions: { where: { status: 'pending' }, select: { id: true } },
  centre: {
    omit: { addressSealed: true },
    include: {
      hours: { orderBy: [{ weekday: 'asc' }, { opens: 'asc' }] },
      exceptions: { orderBy: { day: 'asc' } },
    },
  },
} as const satisfies Prisma.ListingSelect

type StandingRow = Prisma.ListingGetPayload<{ select: typeof standingSelect }>

/** What a listing that is a centre says, and whether it may be changed now. */
export function standingOf(row: StandingRow, now: Date): Standing {
  const { id, version, status, sample, centre, revisions } = row
  if (!centre) throw new Error('a centre listing without its centre')
  return {
    id,
    version,
    shut:
      status !== 'published' || sample
        ? 'not_published'
        : revisions.length > 0
          ? 'change_waits'
          : null,
    facts: {
      key: centre.key ?? id,
      language: row.language,
      ...openFacts(row, centre),
      hours: centre.hours.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })),
      exceptions: daysAhead(centre.exceptions, row.city, now),
    },
  }
}

type ExceptionRow = { day: Date; opens: number | null; closes: number | null }

/** The dated exceptions from today on, soonest first. */
export function daysAhead(rows: ExceptionRow[], city: CitySlug, now: Date): DatedException[] {
  const today = cityDay(now, timeZoneOf(city))
  return rows
    .map(({ day, opens, closes }) => ({
      day: columnDay(day),
      hours: opens === null || closes === null ? null : { opens, closes },
    }))
    .filter(({ day }) => day >= today)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}
