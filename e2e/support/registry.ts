import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { goOnWithImport, prepareCentre, prepareFile } from '@/lib/imports/commands'
import type { CentreFacts } from '@/lib/registry/columns'
import { writeTable } from '@/lib/registry/csv'
import { actorOf } from '@/lib/testing/cast'
import { officeFacts, officeForm } from '@/lib/testing/centres'
import { moderator } from './people'

/** Offices in Almaty that no other spec knows, one for each change. */
export function offices(...changes: Partial<CentreFacts>[]): CentreFacts[] {
  // Of letters: a search reads digits apart.
  const mark = randomBytes(4)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(+digit))
  return changes.map((change, n) =>
    officeFacts({
      key: `example:${mark}:${n}`,
      city: 'almaty',
      title: `Пример ${mark}${'abcdef'.charAt(n)}`,
      ...change,
    }),
  )
}

/** Chooses a file of these bytes and sends it. */
export async function sendFile(page: Page, content: string | Buffer): Promise<void> {
  await page.goto('/ru/staff/centres/import')
  const buffer = Buffer.from(content)
  const file = { name: 'centres.csv', mimeType: 'text/csv', buffer }
  await page.getByLabel('Файл CSV').setInputFiles(file)
  await page.getByRole('button', { name: 'Проверить файл' }).click()
}

/** Sends a file that can be read, waits until it is checked and answers the address of the batch. */
export async function checkFile(page: Page, content: string | Buffer): Promise<string> {
  await sendFile(page, content)
  await page.waitForURL(/\/imports\/[0-9a-f-]+$/, { timeout: 30_000 })
  await expect(page.getByRole('main')).not.toContainText('Проверяем')
  return new URL(page.url()).pathname
}

/** Another of the staff publishes a batch, and waits until that is done. */
export async function publishBatch(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('button', { name: 'Опубликовать' }).click()
  await expect(page.getByText('Опубликовано. Все видят эти центры.')).toBeVisible({
    timeout: 30_000,
  })
}

/** Pages of batches: a file with every fate, and a form that waits. */
export async function preparedImports(): Promise<string[]> {
  const samal = await actorOf(await moderator())
  const [first, second] = offices({}, {})
  const rows = [first, first, { ...second, hours: [], key: 'нет' }].filter(
    (row) => row !== undefined,
  )
  const file = await prepareFile(samal, new TextEncoder().encode(writeTable(rows as CentreFacts[])))
  await goOnWithImport({ importId: file })
  const form = await prepareCentre(samal, 'ru', officeForm())
  return [file, form].map((id) => `/staff/centres/imports/${id}`)
}
