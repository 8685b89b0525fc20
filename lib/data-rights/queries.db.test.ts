import { beforeAll, describe, expect, it } from 'vitest'
import { countEnding, getOwnData } from '@/lib/data-rights/queries'
import { db } from '@/lib/db'
import { changeListing } from '@/lib/listings/commands'
import { ENTRIES } from '@/lib/manifest/manifest'
import { writeAsHost } from '@/lib/messages/commands'
import { reportAsHost } from '@/lib/reports/commands'
import { acceptRequest } from '@/lib/requests/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { publishCentre } from '@/lib/testing/centres'
import { publishHome } from '@/lib/testing/homes'
import { ask } from '@/lib/testing/requests'
import { offerRide, publishRide, rideForm } from '@/lib/testing/rides'
import { CAST } from '@/prisma/seed/samples/people'

let people: Cast
let ride: string
const now = new Date()
const dataOf = async (name: 'marta' | 'aigul' | 'samal') =>
  JSON.stringify(await getOwnData(people[name], now))

beforeAll(async () => {
  people = await cast()
  const { marta, samal } = people
  ride = await publishRide(marta, samal, { point: 'У фонтана', plate: '007 QDM 07' })
  await publishHome(marta, samal, { address: 'Дом с башней', body: 'Тихо и светло' })
  await publishCentre(marta, samal)
  await changeListing(marta, ride, 2, 'ru', rideForm({ point: 'У ворот', body: 'Другие слова' }))
  const { id } = await ask(ride, { name: 'Ира', text: 'Нас двое с собакой' })
  await acceptRequest(marta, id)
  await writeAsHost(marta, id, 'Собаку можно')
  await reportAsHost(marta, { requestId: id, reason: 'unsafe', note: 'Угрожали мне' })
}, 60_000)

describe('what a volunteer takes along', () => {
  it('is everything of their own, opened', async () => {
    const data = await dataOf('marta')
    const words = ['У фонтана', '007 QDM 07', 'Дом с башней', 'Тихо и светло', 'У ворот']
    const own = [CAST.marta.email, 'Марта', 'Другие слова', 'Собаку можно', 'Угрожали мне']
    for (const text of [...words, ...own]) expect(data).toContain(text)
  })

  it('holds no word of a newcomer, no copy of a report, no fingerprint, nothing sealed', async () => {
    const data = await dataOf('marta')
    expect(data).not.toMatch(/Ира|двое с собакой/)
    const hidden = ENTRIES.filter(({ of }) => of === 'hash' || of === 'sealed')
    for (const { table, column } of hidden) {
      const rows = await db.$queryRawUnsafe<{ value: string | null }[]>(
        `SELECT ${column}::text AS value FROM ${table}`,
      )
      for (const { value } of rows) if (value) expect(data).not.toContain(value)
    }
  })

  it('is nobody else’s', async () => {
    const data = await dataOf('aigul')
    expect(data).not.toMatch(/фонтан|QDM|башней|Собаку|Угрожали/)
    expect(data).not.toContain(people.marta.id)
    expect(await dataOf('samal')).not.toMatch(/фонтан|QDM|башней|Собаку|Угрожали/)
  })

  it('of a moderator also says what they decided', async () => {
    const { deskWork } = (await getOwnData(people.samal, now)) as {
      deskWork: { decisions: object[]; log: object[] }
    }
    expect(deskWork.decisions).toContainEqual(
      expect.objectContaining({ listingId: ride, action: 'approve' }),
    )
    expect(deskWork.log.length).toBeGreaterThan(0)
  })
})

describe('what ends with an account', () => {
  it('is what still stands or waits, and who asks there', async () => {
    await offerRide(people.marta)
    expect(await countEnding(people.marta, now)).toEqual({ listings: 4, requests: 1 })
    expect(await countEnding(people.aigul, now)).toEqual({ listings: 0, requests: 0 })
    const later = new Date(now.getTime() + 365 * 86_400_000)
    expect(await countEnding(people.marta, later)).toEqual({ listings: 1, requests: 0 })
  })
})
