import { beforeAll, expect, test } from 'vitest'
import { getOwn, getPerson } from '@/lib/accounts/queries'
import { db } from '@/lib/db'
import { sealOldNotes } from '@/lib/notes/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { offerRide } from '@/lib/testing/rides'

let people: Cast
beforeAll(async () => {
  people = await cast()
})

test('words that an earlier version left in clear are sealed, and read as before', async () => {
  const listingId = await offerRide(people.marta)
  const about = { listingId, ownerId: people.marta.id, moderatorId: people.samal.id } as const
  const said = { action: 'request_changes', reason: 'unclear', note: 'Откуда, Марта?' } as const
  await db.decision.create({ data: { ...about, ...said } })
  await db.account.update({ where: { id: people.oleg.id }, data: { suspensionNote: 'Олег лгал' } })
  const read = async () => [
    (await getOwn(people.marta, listingId)).lastDecision?.note,
    (await getPerson(people.samal, people.oleg.id)).suspension?.note,
  ]
  expect(await read()).toEqual(['Откуда, Марта?', 'Олег лгал'])
  await Promise.all([sealOldNotes(), sealOldNotes()])
  expect(await read()).toEqual(['Откуда, Марта?', 'Олег лгал'])
  const rows = await db.$queryRaw`
    SELECT decision::text FROM decision UNION ALL SELECT account::text FROM account`
  expect(JSON.stringify(rows)).not.toMatch(/Откуда|лгал/)
})
