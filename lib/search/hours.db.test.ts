import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openState, type Timetable } from '@/lib/centres/rules'
import { db } from '@/lib/db'
import { City } from '@/lib/generated/prisma/enums'
import { timeZoneOf } from '@/lib/places/cities'
import { addDays, cityDay, columnDay, dayColumn } from '@/lib/places/city-time'
import { isOpenAt, minutesUntilOpen } from '@/lib/search/hours'
import { type Cast, cast } from '@/lib/testing/cast'

let people: Cast
let holidays: ReadonlySet<string>

beforeAll(async () => {
  people = await cast()
  const days = await db.publicHoliday.findMany()
  holidays = new Set(days.map(({ day }) => columnDay(day)))
})

async function addCentre(city: City, { week, exceptions, closedHolidays }: Timetable) {
  const { id: listingId } = await db.listing.create({
    data: {
      kind: 'centre',
      ownerId: people.marta.id,
      city,
      language: 'ru',
      title: 'Центр',
      body: '',
    },
    select: { id: true },
  })
  const facts = { centreKind: 'help_point', appointment: 'walk_in', languages: ['ru'] } as const
  const languages = [...facts.languages]
  await db.centre.create({ data: { ...facts, listingId, languages, closedHolidays } })
  await db.openingHours.createMany({ data: week.map((span) => ({ listingId, ...span })) })
  await db.openingException.createMany({
    data: exceptions.map(({ day, hours }) => ({ listingId, day: dayColumn(day), ...hours })),
  })
  return listingId
}

/** What the database says of all centres at an instant. */
async function said(instant: Date) {
  const rows = await db.$queryRaw<{ id: string; open: boolean; wait: number | null }[]>`
    SELECT listing.id, ${isOpenAt(instant)} AS open, ${minutesUntilOpen(instant)} AS wait
    FROM listing JOIN centre ON centre.listing_id = listing.id`
  return new Map(rows.map(({ id, ...answer }) => [id, answer]))
}

/** The same by the rule. */
function ruled(city: City, timetable: Timetable, instant: Date) {
  const zone = timeZoneOf(city)
  const state = openState(timetable, holidays, instant, zone)
  if (state.open !== false) return { open: state.open === true, wait: state.open ? 0 : null }
  const lastDay = addDays(cityDay(instant, zone), 14)
  const isNear = state.opensAt && cityDay(state.opensAt, zone) <= lastDay
  const wait = isNear ? ((state.opensAt?.getTime() ?? 0) - instant.getTime()) / 60_000 : null
  return { open: false, wait }
}

const span = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .filter(([opens, closes]) => opens < closes)
  .map(([opens, closes]) => ({ opens: opens * 15, closes: closes * 15 }))
const someDay = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-12-10', days))
// One opening, or two with a pause between them, in which nobody is there.
const spansOfDay = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 4, maxLength: 4 })
  .map((quarters) => quarters.sort((x, y) => x - y).map((quarter) => quarter * 15))
  .chain(([a = 0, b = 0, c = 0, d = 0]) =>
    fc.subarray(
      [
        { opens: a, closes: b },
        { opens: c, closes: d },
      ],
      { minLength: 1 },
    ),
  )
const timetables: fc.Arbitrary<Timetable> = fc.record({
  week: fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 7 }), spansOfDay), {
      maxLength: 5,
      selector: ([weekday]) => weekday,
    })
    .map((days) => days.flatMap(([weekday, spans]) => spans.map((one) => ({ weekday, ...one })))),
  exceptions: fc.uniqueArray(fc.record({ day: someDay, hours: fc.option(span) }), {
    maxLength: 6,
    selector: ({ day }) => day,
  }),
  closedHolidays: fc.boolean(),
})
// Over Independence Day and the New Year, to the minute.
const instants = fc
  .integer({ min: 0, max: 30 * 1440 })
  .map((minute) => new Date(Date.UTC(2026, 11, 10, 0, minute)))

describe('the hours of a centre', () => {
  it('are the same for the database as for everyone else', async () => {
    const centres = new Map<string, [City, Timetable]>()
    for (const asked of fc.sample(
      fc.tuple(fc.constantFrom(...Object.values(City)), timetables),
      60,
    )) {
      centres.set(await addCentre(...asked), asked)
    }
    for (const instant of fc.sample(instants, 25)) {
      const answers = await said(instant)
      for (const [id, [city, timetable]] of centres) {
        const wanted = ruled(city, timetable, instant)
        expect(answers.get(id), JSON.stringify([city, timetable, instant])).toEqual(wanted)
      }
    }
  }, 60_000)
})
