import { writeFileSync } from 'node:fs'
import { COLUMNS, cellsOf } from '@/lib/registry/columns'
import { writeTable } from '@/lib/registry/csv'
import { expect, test } from './support/fixtures'
import { expectError } from './support/forms'
import { enrol, verified } from './support/people'
import { checkFile, offices, publishBatch, sendFile } from './support/registry'
import { words } from './support/words'

const HEADER = COLUMNS.join(',')

test('a file is shown row by row, then another publishes all of it', async ({ as }) => {
  test.setTimeout(120_000)
  const [first, second, third] = offices({}, { fees: '=1+1' }, {})
  if (!first || !second || !third) throw new Error('three offices')
  const writer = await as('samal')
  const other = await as('erzhan')
  const main = writer.getByRole('main')

  const path = await checkFile(writer, writeTable([first, second]))
  await expect(main.getByRole('link', { name: 'Новый 2' })).toBeVisible()
  await expect(main.getByText('Строка 2')).toBeVisible()
  await expect(main.getByText('Опубликует другой модератор')).toBeVisible()
  const reader = await as('guest', { javaScriptEnabled: false })
  await reader.goto(`/ru/almaty/centres?q=${encodeURIComponent(first.title)}`)
  await expect(reader.getByText(first.title)).toHaveCount(0)
  await publishBatch(other, path)
  await reader.reload()
  await expect(reader.getByText(first.title).first()).toBeVisible()

  await test.step('the same file again changes nothing', async () => {
    await checkFile(writer, writeTable([first, second]))
    await expect(main.getByRole('link', { name: 'Без изменений 2' })).toBeVisible()
    await expect(main.getByText('Публиковать нечего')).toBeVisible()
  })

  await test.step('a change is shown with its difference, errors and repeats with their line', async () => {
    const rows = [{ ...first, fees: 'Сто тенге' }, second, third, third]
    const file = writeTable(rows).replace(/example\.org\/offices(?=[^\n]*\n$)/, 'example.org/x')
    await checkFile(writer, file.replace(`${third.key},service_centre`, `${third.key},shop`))
    const row = (line: number) => main.getByRole('listitem').filter({ hasText: `Строка ${line}` })
    await expect(row(2)).toContainText('fees: Бесплатно → Сто тенге')
    await expect(row(3)).toContainText('Без изменений')
    await expect(row(4)).toContainText('kind: Выберите из списка.')
    await main.getByRole('link', { name: 'Ошибка 1' }).click()
    await expect(main.locator('ol > li')).toHaveCount(1)
    await expect(main.getByText('опубликовать его нельзя')).toBeVisible()
    await expect(main.getByRole('button', { name: 'Опубликовать' })).toHaveCount(0)
    await main.getByRole('button', { name: 'Выбросить' }).click()
    await writer.waitForURL(/\/staff\/centres$/)
  })
})

test('what is exported changes nothing, and holds no formula', async ({ as }) => {
  test.setTimeout(90_000)
  const [office] = offices({ fees: '+1' })
  if (!office) throw new Error('an office')
  office.title = `=HYPERLINK("x") ${office.title}`
  const page = await as('samal')
  const path = await checkFile(page, writeTable([office]))
  await publishBatch(await as('erzhan'), path)
  await page.goto('/ru/staff/centres')
  const link = page.getByRole('link', { name: 'Скачать файл' })
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(answer.headers()).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'cache-control': 'private, no-store',
    'content-disposition': 'attachment; filename="qadam-centres.csv"',
  })
  const file = await answer.text()
  expect(file).toContain(`"'=HYPERLINK(""x"") Пример`)
  expect(file).not.toMatch(/(?:^|,|\n)"?[=@+-]/)
  // Others change their centres meanwhile.
  const [names, ...lines] = file.split('\r\n')
  const own = lines.filter((line) => line.startsWith(`${office.key},`))
  await checkFile(page, [names, ...own, ''].join('\r\n'))
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: 'Без изменений 1' })).toBeVisible()
  await expect(main.getByRole('link', { name: /^(Новый|Изменится|Ошибка|Повтор) \d/ })).toHaveCount(
    0,
  )
  for (const person of ['guest', 'anna'] as const) {
    const foreign = await (await as(person)).request.get('/ru/staff/centres/export', {
      maxRedirects: 0,
    })
    expect(foreign.status(), person).not.toBe(200)
    expect(await foreign.text()).not.toContain('HYPERLINK')
  }
})

test('what cannot be read is answered beside the field, and nothing is written', async ({
  as,
  db,
}) => {
  test.setTimeout(120_000)
  const clerk = await enrol({ ...(await verified()), role: 'moderator' })
  const page = await as(clerk)
  const field = words('ru').errors.field
  const row = COLUMNS.map(() => 'x').join(',')
  const cp1251 = Buffer.from([...Buffer.from(`${HEADER}\n`), 0xd6, 0xce, 0xcd, 0x0a])
  const cases: [string | Buffer, string][] = [
    ['', field.required],
    [cp1251, field.not_utf8],
    [Buffer.from(`\ufeff${HEADER}\n${row}`, 'utf16le'), field.not_utf8],
    [`${HEADER.replaceAll(',', '\t')}\n`, field.csv_delimiter.replace(' {columns}.', '')],
    [`${HEADER},title\n${row},x\n`, field.csv_header_twice.replace('{columns}', 'title')],
    [`${HEADER.replace('key,', '')}\n${row}`, field.csv_header_missing.replace('{columns}', 'key')],
    [`${HEADER},iin\n${row},x\n`, field.csv_header_unknown.replace('{n}', '24')],
    [`${HEADER}\n"${row}\n`, field.csv_broken.split(' {line}')[0] ?? ''],
    [`${HEADER}\n`, field.csv_empty],
  ]
  for (const [content, sentence] of cases) {
    await sendFile(page, content)
    await expectError(page, 'Файл CSV', sentence)
  }
  expect(await db.centreImport.count({ where: { preparedById: clerk.id } })).toBe(0)
})

test('a file with semicolons is understood', async ({ as }) => {
  const rows = [COLUMNS, ...offices({}).map((office) => Object.values(cellsOf(office)))]
  const page = await as('samal')
  await checkFile(page, rows.map((row) => `"${row.join('";"')}"`).join('\r\n'))
  await expect(page.getByRole('link', { name: 'Новый 1' })).toBeVisible()
})

test('a file of 50 MB is refused in words, and nothing of it is kept', async ({
  as,
  javaScriptEnabled,
}) => {
  test.setTimeout(90_000)
  const path = test.info().outputPath('large.csv')
  writeFileSync(path, Buffer.alloc(50 * 1024 * 1024, 'a'))
  const page = await as('samal')
  await page.goto('/kk/staff/centres/import')
  await page.getByLabel(words('kk').imports.file).setInputFiles(path)
  await page.getByRole('button', { name: words('kk').imports.check }).click()
  if (javaScriptEnabled) {
    const sentence = words('kk').imports.tooLarge.replace('{max}', '15')
    await expect(page.getByRole('main').getByRole('alert')).toContainText(sentence)
  } else {
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toHaveText(words('kk').errors.page.tooLarge.title, { timeout: 30_000 })
    await expect(page.getByRole('main').getByRole('link')).toHaveAttribute('href', '/kk')
  }
})
