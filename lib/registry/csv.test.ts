import { describe, expect, it } from 'vitest'
import { InvalidInput } from '@/lib/errors'
import { type CentreFacts, COLUMNS, cellReader } from '@/lib/registry/columns'
import { readTable, readText, writeTable } from '@/lib/registry/csv'
import { helpPointForm, officeFacts } from '@/lib/testing/centres'

const readCells = cellReader(new Date('2026-11-26T08:00:00Z'))
const bytes = (text: string) => new TextEncoder().encode(text)
const read = async (data: Uint8Array) =>
  (await readTable(readText(data))).map((row) =>
    'cells' in row ? readCells(row.cells) : row.problem,
  )
const header = COLUMNS.join(',')
const row = COLUMNS.map(() => 'x').join(',')

/** What keeps a file from being read. */
async function refusal(data: Uint8Array) {
  try {
    await readTable(readText(data))
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues[0]
  }
  return null
}

/** Bytes as a spreadsheet of another time writes them: Windows-1251. */
const cyrillic = Uint8Array.from([0xd6, 0xce, 0xcd, 0x2c, 0xc0])
const utf16 = new Uint8Array(Buffer.from(`\ufeff${header}\r\n${row}`, 'utf16le'))

describe('a file of centres', () => {
  it('comes back as it was written, whatever stands in its cells', async () => {
    const { address: _, ...helpPoint } = helpPointForm()
    const centres: CentreFacts[] = [
      officeFacts({
        title: '=cmd|calc',
        body: '+7 «в кавычках», "и так";\nвторая строка',
        documents: "'- апостроф",
        fees: '@сколько',
        publicPhone: '+77172555555',
        point: { latitude: 51.2333, longitude: 51.3667 },
        exceptions: [{ day: '2026-12-31', hours: { opens: 540, closes: 780 } }],
        hours: [
          { weekday: 1, opens: 540, closes: 780 },
          { weekday: 1, opens: 840, closes: 1440 },
        ],
        stepFree: null,
      }),
      { ...helpPoint, key: 'example:2', language: 'kk', exceptions: [] },
    ]
    const file = writeTable(centres)
    expect(await read(bytes(file))).toEqual(centres)
    expect(writeTable((await read(bytes(file))) as CentreFacts[])).toBe(file)
  })

  it('has no cell that a spreadsheet would run', () => {
    const file = writeTable([officeFacts({ title: '=1+1', fees: '-5', body: '@a', key: '+a' })])
    const cells = file.split('\r\n')[1]?.split(',') ?? []
    expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([])
  })

  it('may have semicolons, other breaks of lines and no mark', async () => {
    const file = writeTable([officeFacts()]).replace('\ufeff', '').replaceAll('\r\n', '\n')
    expect(await read(bytes(file))).toEqual([officeFacts()])
    const lines = `${COLUMNS.join(';')}\n${COLUMNS.map(() => '').join(';')}\n`
    expect(await readTable(lines)).toHaveLength(1)
  })

  it('may have its columns in another order', async () => {
    const [names = '', values = ''] = writeTable([officeFacts({ body: 'Слова' })])
      .replace('\ufeff', '')
      .split('\r\n')
    const turned = [names, values].map((line) => line.split(',').reverse().join(',')).join('\n')
    expect(await read(bytes(turned))).toEqual([officeFacts({ body: 'Слова' })])
  })

  it('knows on which line a row begins', async () => {
    const tall = COLUMNS.map(() => '"a\nb"').join(',')
    const lines = (await readTable(`${header}\n${tall}\n\n${row}\n`)).map(({ line }) => line)
    expect(lines).toEqual([2, 2 + COLUMNS.length + 2])
  })

  it('says of a row with too many or too few cells only that', async () => {
    const rows = await readTable(`${header}\n${row},x\na,b\n`)
    expect(rows.map((one) => 'problem' in one && one.problem.values)).toEqual([
      { n: 24, max: 23 },
      { n: 2, max: 23 },
    ])
  })

  it.each([
    ['another encoding', cyrillic, 'not_utf8', undefined],
    ['UTF-16', utf16, 'not_utf8', undefined],
    [
      'UTF-16 of Latin letters',
      new Uint8Array(Buffer.from('a,b', 'utf16le')),
      'not_utf8',
      undefined,
    ],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0]), 'not_utf8', undefined],
    ['nothing', bytes(''), 'csv_delimiter', { columns: COLUMNS.join(', ') }],
    ['no rows', bytes(`${header}\r\n`), 'csv_empty', undefined],
    ['tabs', bytes(`${COLUMNS.join('\t')}\n`), 'csv_delimiter', { columns: COLUMNS.join(', ') }],
    ['an open quote', bytes(`${header}\n"a${row}`), 'csv_broken', { line: 2 }],
    [
      'a column twice',
      bytes(`${header},title\n${row},x`),
      'csv_header_twice',
      { columns: 'title' },
    ],
    [
      'columns missing',
      bytes(`${header.replace('key,', '').replace('fees,', '')}\n${row}`),
      'csv_header_missing',
      { columns: 'key, fees' },
    ],
    ['a column unknown', bytes(`${header},iin\n${row},x`), 'csv_header_unknown', { n: 24 }],
  ])('is refused with %s', async (_, data, code, values) => {
    expect(await refusal(data)).toEqual({ field: 'file', code, ...(values ? { values } : {}) })
  })
})

it('has no more than ten thousand rows', { timeout: 60_000 }, async () => {
  const data = bytes(`${header}\n${'a\n'.repeat(10_001)}`)
  const issue = { field: 'file', code: 'too_many_rows', values: { max: 10_000 } }
  expect(await refusal(data)).toEqual(issue)
})

describe('a row', () => {
  const cells = async (change: Record<string, string>) => {
    const [first] = await readTable(writeTable([officeFacts()]))
    if (!first || !('cells' in first)) throw new Error('no row')
    return readCells({ ...first.cells, ...change })
  }
  const wrong = async (change: Record<string, string>) => {
    const found = await cells(change)
    return Array.isArray(found) ? found.map(({ column, code }) => `${column} ${code}`) : []
  }

  it.each([
    [{ key: 'ЦОН 1' }, 'key not_a_key'],
    [{ kind: 'shop' }, 'kind unknown_choice'],
    [{ city: 'moscow' }, 'city unknown_choice'],
    [{ language: 'de' }, 'language unknown_choice'],
    [{ title: '' }, 'title required'],
    [{ body: 'Пишите ИИН 900101300123' }, 'body has_iin'],
    [{ services: 'iin magic' }, 'services unknown_choice'],
    [{ languages: '' }, 'languages choose_one'],
    [{ hours: 'с 9 до 6' }, 'hours not_hours'],
    [{ exceptions: 'завтра' }, 'exceptions not_exceptions'],
    [{ closed_holidays: 'maybe' }, 'closed_holidays unknown_choice'],
    [{ step_free: 'так' }, 'step_free unknown_choice'],
    [{ latitude: '51.2' }, 'latitude not_a_point'],
    [{ latitude: '55.75', longitude: '37.6' }, 'latitude not_in_kazakhstan'],
    [{ phone: '+79261234567' }, 'phone not_a_kazakh_phone'],
    [{ source: 'http://example.org' }, 'source not_https'],
    [{ checked_on: '2027-01-01' }, 'checked_on in_the_future'],
    [{ district: 'nowhere' }, 'district not_in_this_city'],
  ])('%o is refused', async (change, problem) => {
    expect(await wrong(change as Record<string, string>)).toEqual([problem])
  })

  it('says everything that is wrong at once', async () => {
    expect(await wrong({ key: '', city: 'moscow', hours: '?' })).toEqual([
      'key not_a_key',
      'hours not_hours',
      'city unknown_choice',
    ])
  })

  it('leaves out days that are over', async () => {
    expect(await cells({ exceptions: '2026-11-25 closed; 2026-11-26 closed' })).toMatchObject({
      exceptions: [{ day: '2026-11-26', hours: null }],
    })
  })
})
