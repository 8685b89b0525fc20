import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { type FieldIssue, InvalidInput } from '@/lib/errors'
import { csv } from '@/lib/figures/rules'
import {
  type Cells,
  type CentreFacts,
  COLUMNS,
  type Column,
  cellsOf,
  type RowProblem,
} from '@/lib/registry/columns'

/** Centres that one file may hold (constraint `centre_import_lines_range`). */
export const MAX_ROWS = 10_000

const PIECE_BYTES = 64 * 1024

/** A row of a file: where it stands, and its cells or why they are none. */
export type TableRow = { line: number } & ({ cells: Cells } | { problem: RowProblem })

/** The file of these centres, with a mark by which spreadsheets know its encoding. */
export function writeTable(centres: CentreFacts[]): string {
  const rows = centres.map((centre) => Object.values(cellsOf(centre)))
  return `\ufeff${csv([COLUMNS, ...rows])}`
}

/** The text of a file; InvalidInput `file` when it is not UTF-8. */
export function readText(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // UTF-16 of Latin letters is valid UTF-8 full of zeros.
    if (!text.includes('\0')) return text
  } catch {
    // Another encoding, or no text at all.
  }
  throw refused({ code: 'not_utf8' })
}

/**
 * The rows of such a text; InvalidInput `file` says what keeps it from being read as a whole. A piece
 * at a time, so that others are answered meanwhile.
 */
export async function readTable(text: string): Promise<TableRow[]> {
  const [header, ...records] = await readRecords(text)
  if (!header) throw refused({ code: 'csv_empty' })
  const columns = readHeader(header.record)
  if (records.length === 0) throw refused({ code: 'csv_empty' })
  if (records.length > MAX_ROWS) throw refused({ code: 'too_many_rows', values: { max: MAX_ROWS } })
  return records.map(({ record, info }) => {
    const breaks = record.join('').match(/\r\n?|\n/g)?.length ?? 0
    const line = info.lines - breaks
    if (record.length !== columns.length) {
      const values = { n: record.length, max: columns.length }
      return { line, problem: { column: null, code: 'cells_count', values } }
    }
    const entries = columns.map((column, index) => [column, plain(record[index] ?? '')])
    return { line, cells: Object.fromEntries(entries) as Cells }
  })
}

interface Parsed {
  record: string[]
  info: { lines: number }
}

async function readRecords(text: string): Promise<Parsed[]> {
  const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }
  const parser = parse({ ...options, delimiter: delimiterOf(text) })
  const records: Parsed[] = []
  try {
    for await (const record of Readable.from(piecesOf(text)).pipe(parser)) records.push(record)
  } catch (error) {
    const { lines } = error as CsvError & { lines?: number }
    throw refused({ code: 'csv_broken', values: { line: lines ?? 0 } })
  }
  return records
}

function* piecesOf(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text)
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    yield bytes.subarray(start, start + PIECE_BYTES)
  }
}

// Spreadsheets in Russian write semicolons. Names of columns have neither in them.
function delimiterOf(text: string): ',' | ';' {
  const [header = ''] = text.split(/[\r\n]/, 1)
  const found = ([',', ';'] as const).find(
    (delimiter) => header.split(delimiter).length >= COLUMNS.length / 2,
  )
  if (!found) throw refused(named('csv_delimiter', [...COLUMNS]))
  return found
}

function readHeader(names: string[]): Column[] {
  const tidy = names.map((name) => name.trim().toLowerCase())
  const unknown = tidy.findIndex((name) => !isColumn(name))
  if (unknown >= 0) throw refused({ code: 'csv_header_unknown', values: { n: unknown + 1 } })
  const twice = COLUMNS.filter((column) => tidy.filter((name) => name === column).length > 1)
  if (twice.length > 0) throw refused(named('csv_header_twice', twice))
  const missing = COLUMNS.filter((column) => !tidy.includes(column))
  if (missing.length > 0) throw refused(named('csv_header_missing', missing))
  return tidy.filter(isColumn)
}

function isColumn(name: string): name is Column {
  return (COLUMNS as readonly string[]).includes(name)
}

/** What `csv` put before a cell that a spreadsheet would run as a formula. */
function plain(cell: string): string {
  return cell.trim().replace(/^'(?=['=+\-@])/, '')
}

function named(code: string, columns: Column[]): Omit<FieldIssue, 'field'> {
  return { code, values: { columns: columns.join(', ') } }
}

function refused(issue: Omit<FieldIssue, 'field'>): InvalidInput {
  return new InvalidInput([{ field: 'file', ...issue }])
}
