import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { goOnWithImport, prepareFile, publishImport } from '@/lib/imports/commands'
import type { CentreFacts } from '@/lib/registry/columns'
import { writeTable } from '@/lib/registry/csv'
import { listFacts } from '@/lib/registry/queries'
import { cast } from '@/lib/testing/cast'
import { helpPointForm, offerCentre, officeFacts } from '@/lib/testing/centres'

it('a file brings the same centres into an empty database, and they export as the same file', {
  timeout: 60_000,
}, async () => {
  const people = await cast()
  const exported = async () => writeTable(await listFacts(people.samal, new Date()))
  const bring = async (file: string) => {
    const importId = await prepareFile(people.samal, new TextEncoder().encode(file))
    await goOnWithImport({ importId })
    await publishImport(people.erzhan, importId, '')
    await goOnWithImport({ importId })
  }
  const centres: Partial<CentreFacts>[] = [
    {
      title: '=SUM(A1)',
      body: '\'+7 — так; и «так», "и так"\nвторой строкой',
      services: ['form_filling', 'iin'],
      languages: ['en', 'ru'],
      stepFree: false,
      point: { latitude: 51.23456, longitude: 51.3 },
      publicPhone: '+77172555555',
      exceptions: [
        { day: '2099-12-30', hours: null },
        { day: '2099-12-31', hours: { opens: 540, closes: 1440 } },
      ],
      hours: [
        { weekday: 1, opens: 540, closes: 780 },
        { weekday: 1, opens: 840, closes: 1440 },
      ],
    },
    { title: 'Без часов', hours: [], closedHolidays: false, stepFree: null, language: 'kk' },
  ]
  await bring(writeTable(centres.map((one, n) => officeFacts({ ...one, key: `example:${n}` }))))
  const helpPoint = await offerCentre(people.marta, helpPointForm({ title: 'Без ключа' }))
  const published = { status: 'published', publishedAt: new Date() } as const
  await db.listing.update({ where: { id: helpPoint }, data: published })

  const file = await exported()
  expect(file).toContain(helpPoint)
  await db.listing.deleteMany()
  await bring(file)
  expect(await db.listing.count({ where: { status: 'published' } })).toBe(3)
  expect(await exported()).toBe(file)
})
