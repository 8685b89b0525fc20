import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { changeListing, withdrawListing } from '@/lib/listings/commands'
import { riskKey, risksOf, risksOfAll } from '@/lib/risk/queries'
import { type Cast, cast } from '@/lib/testing/cast'
import { homeForm, offerHome, publishHome } from '@/lib/testing/homes'
import { offerRide, publishRide, rideForm } from '@/lib/testing/rides'

const LONG =
  'Светлая комната в кирпичном доме рядом с парком, есть стол, шкаф и большое окно во двор, соседи тихие.'
let people: Cast

beforeAll(async () => {
  people = await cast()
})

async function risksNow(listingId: string, revisionId: string | null = null) {
  const { risks } = await risksOf(db, { listingId, revisionId }, new Date())
  return risks
}
const codes = async (listingId: string, revisionId: string | null = null) =>
  (await risksNow(listingId, revisionId)).map(({ code }) => code)

it('an author is new until two listings were published', async () => {
  expect(await codes(await offerRide(people.marta))).toContain('new_author')
  for (let n = 0; n < 2; n++) await publishRide(people.marta, people.samal)
  expect(await codes(await offerRide(people.marta))).toEqual([])
})

describe('the same text', () => {
  it('of somebody else is found, whatever letters, signs and prices differ', async () => {
    const theirs = await offerHome(people.marta, { body: LONG })
    const body = `${LONG.toUpperCase().replaceAll(',', ' —')} 5000!`
    const mine = await offerHome(people.aigul, { body, city: 'astana', district: null })
    expect(await risksNow(mine)).toContainEqual({
      code: 'same_text',
      weight: 2,
      elsewhere: { listingId: theirs, city: 'uralsk' },
    })
  })

  it('that was refused weighs more, and one’s own of another week nothing', async () => {
    const body =
      'Еду домой после смены каждую пятницу, багажник пустой, остановимся один раз у кафе.'
    await offerRide(people.anna, { body })
    const again = await offerRide(people.anna, { body })
    expect(await codes(again)).not.toContain('same_text')
    await db.listing.update({ where: { id: again }, data: { status: 'taken_down' } })
    expect(await codes(await offerRide(people.anna, { body }))).toContain('same_text_refused')
  })

  it('is not one that is short or another', async () => {
    await offerHome(people.marta, { body: 'Тихая комната.' })
    expect(await codes(await offerHome(people.aigul, { body: 'Тихая комната.' }))).not.toContain(
      'same_text',
    )
  })

  it('in a change is found too', async () => {
    const body =
      'Комната с балконом и отдельным входом, до автовокзала три остановки, есть плита и чайник.'
    await offerHome(people.erzhan, { body })
    const id = await publishHome(people.marta, people.samal)
    await changeListing(people.marta, id, 2, 'ru', homeForm({ body }))
    const { id: revisionId } = await db.listingRevision.findFirstOrThrow({
      where: { listingId: id, status: 'pending' },
    })
    expect(await codes(id, revisionId)).toContain('same_text')
  })

  it('is forgotten with the words', async () => {
    const id = await offerHome(people.aigul, { body: LONG })
    expect((await db.listingText.findUnique({ where: { listingId: id } }))?.sketch).not.toEqual([])
    await db.listing.update({ where: { id }, data: { body: '' } })
    expect((await db.listingText.findUnique({ where: { listingId: id } }))?.sketch).toEqual([])
  })
})

it('reports of the author’s listings speak against the next, unless nothing was wrong', async () => {
  const reported = await publishRide(people.erzhan, people.samal)
  const report = await db.report.create({
    data: {
      listingId: reported,
      ownerId: people.erzhan.id,
      side: 'visitor',
      visitorKey: 'somebody',
      reason: 'full',
      keptUntil: new Date(Date.now() + 720 * 3_600_000),
    },
  })
  const next = await offerRide(people.erzhan)
  expect(await risksNow(next)).toContainEqual({ code: 'reported', weight: 2, times: 1 })
  await db.report.update({
    where: { id: report.id },
    data: { outcome: 'nothing_wrong', handledAt: new Date(), handledById: people.samal.id },
  })
  expect(await codes(next)).not.toContain('reported')
})

it('a price far above the usual of its city is named with it', async () => {
  for (const price of [5000, 5000, 6000, 6000, 6000]) {
    await publishHome(people.dana, people.samal, { city: 'almaty', district: null, price })
  }
  const dear = await offerHome(people.dana, { city: 'almaty', district: null, price: 30_000 })
  expect(await risksNow(dear)).toContainEqual({
    code: 'price_high',
    weight: 2,
    price: 30_000,
    usual: 6000,
  })
  const fair = await offerHome(people.dana, { city: 'almaty', district: null, price: 6500 })
  expect(await codes(fair)).not.toContain('price_high')
})

it('everything that waits is judged in one go, and nothing else', async () => {
  const id = await offerRide(people.marta, { body: 'Переведите половину на карту до поездки.' })
  const gone = await offerRide(people.marta, { body: rideForm().body })
  await withdrawListing(people.marta, gone)
  const all = await risksOfAll(new Date())
  expect(all.get(riskKey({ listingId: id, revisionId: null }))?.level).toBe('first')
  expect(all.has(gone)).toBe(false)
})
