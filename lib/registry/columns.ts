import type { z } from 'zod'
import type { DatedException } from '@/lib/centres/rules'
import { CENTRE_SERVICES, type CentreInput, centreSchema } from '@/lib/centres/schema'
import type { FieldIssue } from '@/lib/errors'
import { isLocale, LOCALES, type Locale } from '@/lib/i18n/locales'
import { timeZoneOf } from '@/lib/places/cities'
import { cityDay } from '@/lib/places/city-time'
import { exceptionsText, hoursText, readExceptions, readHours } from '@/lib/registry/hours'

/** The columns of the file of centres, in order: docs/centres-csv.md. */
export const COLUMNS = [
  'key',
  'kind',
  'city',
  'district',
  'language',
  'title',
  'body',
  'services',
  'appointment',
  'languages',
  'step_free',
  'hours',
  'closed_holidays',
  'exceptions',
  'documents',
  'fees',
  'address',
  'public_building',
  'latitude',
  'longitude',
  'phone',
  'source',
  'checked_on',
] as const
export type Column = (typeof COLUMNS)[number]
export type Cells = Record<Column, string>

/** Everything that a centre says publicly, and what it is called where it comes from. */
export interface CentreFacts extends Omit<CentreInput, 'address'> {
  key: string | null
  language: Locale
  /** From today on. */
  exceptions: DatedException[]
}

/** What is wrong with a row: a column, or the row as a whole. */
export interface RowProblem {
  column: Column | null
  code: string
  values?: Record<string, string | number>
}

export interface CellChange {
  column: Column
  from: string
  to: string
}

/** The shape of a key (constraint `centre_key_shape`). */
const KEY = /^[A-Za-z0-9._:-]{1,80}$/

/** A centre as one row of the file. */
export function cellsOf(facts: CentreFacts): Cells {
  return {
    key: facts.key ?? '',
    kind: facts.centreKind,
    city: facts.city,
    district: facts.district ?? '',
    language: facts.language,
    title: facts.title,
    body: facts.body,
    services: inOrder(CENTRE_SERVICES, facts.services),
    appointment: facts.appointment,
    languages: inOrder(LOCALES, facts.languages),
    step_free: facts.stepFree === null ? 'unknown' : yesNo(facts.stepFree),
    hours: hoursText(facts.hours),
    closed_holidays: yesNo(facts.closedHolidays),
    exceptions: exceptionsText(facts.exceptions),
    documents: facts.documents,
    fees: facts.fees,
    address: facts.publicAddress,
    public_building: yesNo(facts.publicBuilding),
    latitude: facts.point ? String(facts.point.latitude) : '',
    longitude: facts.point ? String(facts.point.longitude) : '',
    phone: facts.publicPhone ?? '',
    source: facts.sourceUrl ?? '',
    checked_on: facts.checkedOn ?? '',
  }
}

/**
 * Reads rows at an instant: the centre of each, checked like the form of a centre, or all that is wrong
 * with it. One reader for a whole file, because zod compiles a schema at its first use.
 */
export function cellReader(now: Date): (cells: Cells) => CentreFacts | RowProblem[] {
  const schema = centreSchema(now)
  return (cells) => read(cells, schema.safeParse(formOf(cells)), now)
}

/** The columns in which two centres differ; what they are called is the same. */
export function changesBetween(before: CentreFacts, after: CentreFacts): CellChange[] {
  const [was, becomes] = [cellsOf(before), cellsOf(after)]
  return COLUMNS.filter((column) => column !== 'key' && was[column] !== becomes[column]).map(
    (column) => ({ column, from: was[column], to: becomes[column] }),
  )
}

const YES_NO = ['closed_holidays', 'public_building'] as const

/** The columns whose field of the form is called otherwise. */
const FIELDS: Partial<Record<Column, keyof CentreInput>> = {
  kind: 'centreKind',
  step_free: 'stepFree',
  closed_holidays: 'closedHolidays',
  address: 'publicAddress',
  public_building: 'publicBuilding',
  latitude: 'point',
  phone: 'publicPhone',
  source: 'sourceUrl',
  checked_on: 'checkedOn',
}

function formOf(cells: Cells): Record<string, unknown> {
  const named = COLUMNS.map((column) => [FIELDS[column] ?? column, cells[column]] as const)
  const { hours: _hours, exceptions: _exceptions, ...form } = Object.fromEntries(named)
  return {
    ...form,
    services: listOf(cells.services),
    languages: listOf(cells.languages),
    publicBuilding: cells.public_building === 'yes',
    closedHolidays: cells.closed_holidays === 'yes',
    point: cells.latitude || cells.longitude ? `${cells.latitude},${cells.longitude}` : '',
  }
}

function read(
  cells: Cells,
  form: z.ZodSafeParseResult<CentreInput>,
  now: Date,
): CentreFacts | RowProblem[] {
  const hours = readHours(cells.hours)
  const exceptions = readExceptions(cells.exceptions)
  const { key, language } = cells
  const problems: RowProblem[] = [
    ...(KEY.test(key) ? [] : [refused('key', 'not_a_key')]),
    ...(isLocale(language) ? [] : [refused('language', 'unknown_choice')]),
    ...YES_NO.filter((column) => !/^(?:yes|no)$/.test(cells[column])).map((column) =>
      refused(column, 'unknown_choice'),
    ),
    ...(hours ? [] : [refused('hours', 'not_hours')]),
    ...(exceptions ? [] : [refused('exceptions', 'not_exceptions')]),
    ...(form.success ? [] : form.error.issues.map(problemOf)),
  ]
  if (problems.length > 0 || !form.success || !hours || !exceptions || !isLocale(language)) {
    return problems
  }
  const { address: _, ...input } = form.data
  const today = cityDay(now, timeZoneOf(input.city))
  return {
    ...input,
    key,
    language,
    hours,
    exceptions: exceptions.filter(({ day }) => day >= today),
  }
}

function problemOf({ path, message, ...issue }: z.core.$ZodIssue): RowProblem {
  const field = String(path[0] ?? '')
  const column = COLUMNS.find((name) => (FIELDS[name] ?? name) === field) ?? null
  const values = 'params' in issue ? (issue.params as FieldIssue['values']) : undefined
  return { column, code: message, ...(values ? { values } : {}) }
}

function refused(column: Column, code: string): RowProblem {
  return { column, code }
}

function listOf(text: string): string[] {
  return text.split(/[\s,;|]+/).filter(Boolean)
}

function inOrder(known: readonly string[], some: readonly string[]): string {
  return known.filter((value) => some.includes(value)).join(' ')
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no'
}
