import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { InvalidInput, NotFound } from '@/lib/errors'
import type { ReportReason } from '@/lib/generated/prisma/enums'
import { withdrawListing } from '@/lib/listings/commands'
import { eraseHostSide, writeAsHost } from '@/lib/messages/commands'
import { eraseAskerSide } from '@/lib/private-links/commands'
import { reportAsAsker, reportAsHost, reportListing } from '@/lib/reports/commands'
import { getReport } from '@/lib/reports/queries'
import { REPORT_DAYS } from '@/lib/reports/rules'
import { acceptRequest, cancelRequest } from '@/lib/requests/commands'
import { eraseOldReports, eraseOldRequests } from '@/lib/retention/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { publishCentre } from '@/lib/testing/centres'
import { ask } from '@/lib/testing/requests'
import { publishRide, rideForm } from '@/lib/testing/rides'

const DAY_MS = 86_400_000
const NOTE = 'Просят деньги вперёд'
let people: Cast

beforeAll(async () => {
  people = await cast()
})

const publish = () => publishRide(people.marta, people.samal, { seats: 20 })
const unsafe = (listingId: string, note = '') => ({ listingId, reason: 'unsafe', note }) as const
const reportsOf = (listingId: string) =>
  db.report.findMany({ where: { listingId }, orderBy: { createdAt: 'asc' } })
const idOf = async (listingId: string) => (await reportsOf(listingId))[0]?.id ?? ''
const called = async (id: string) => {
  const jobs = await db.$queryRaw<{ data: { reportId: string } }[]>`
    SELECT data FROM jobs.job WHERE name = 'report-mail'`
  return jobs.filter(({ data }) => data.reportId === id).length
}

describe('a report of a listing', () => {
  it('is one, however often it is sent, also at once, and calls the moderators once', async () => {
    const listingId = await publish()
    const now = new Date()
    const send = () => reportListing('a', unsafe(listingId), now)
    await Promise.all(Array.from({ length: 8 }, send))
    await send()
    expect(await reportsOf(listingId)).toHaveLength(1)
    expect(await called(await idOf(listingId))).toBe(1)
  })

  it('is another one from another visitor, and for another reason', async () => {
    const listingId = await publish()
    const now = new Date()
    await reportListing('a', unsafe(listingId), now)
    await reportListing('b', unsafe(listingId), now)
    await reportListing('a', { listingId, reason: 'full', note: '' }, now)
    expect(await reportsOf(listingId)).toHaveLength(3)
  })

  it('takes words that come later, sealed, and keeps its first copy and end', async () => {
    const listingId = await publish()
    const first = await reportListing('a', unsafe(listingId), new Date())
    const later = new Date(Date.now() + 60_000)
    const second = await reportListing('a', unsafe(listingId, NOTE), later)
    expect(second.copyUntil).toEqual(first.copyUntil)
    const [report] = await reportsOf(listingId)
    expect(report?.noteSealed).toMatch(/^k\d+\./)
    expect(await getReport(people.samal, report?.id ?? '')).toMatchObject({
      words: [{ text: NOTE, side: 'visitor' }],
    })
  })

  it('seals what is public and nothing of what is not', async () => {
    const listingId = await publish()
    await reportListing('a', unsafe(listingId), new Date())
    const { copy } = await getReport(people.samal, await idOf(listingId))
    expect(copy?.listing).toMatchObject({ kind: 'ride', author: 'Марта' })
    expect(copy?.request).toBeNull()
    const { point, plate, car, body } = rideForm()
    const said = JSON.stringify(copy)
    expect(said).toContain(body)
    for (const secret of [point, plate, car, '18:40']) expect(said).not.toContain(secret)
  })

  it.each<ReportReason>(['closed', 'full', 'other_price', 'other'])(
    'as %s seals no copy and calls nobody',
    async (reason) => {
      const listingId = await publish()
      const { copyUntil } = await reportListing('a', { listingId, reason, note: '' }, new Date())
      expect(copyUntil).toBeNull()
      const [report] = await reportsOf(listingId)
      expect(report).toMatchObject({ reason, copySealed: null })
      expect(await called(report?.id ?? '')).toBe(0)
    },
    30_000,
  )

  it('is refused for a reason that its kind does not have, and about what is not public', async () => {
    const centre = await publishCentre(people.marta, people.samal)
    const full = { listingId: centre, reason: 'full', note: '' } as const
    await expect(reportListing('a', full, new Date())).rejects.toThrow(InvalidInput)
    await withdrawListing(people.marta, centre)
    await expect(reportListing('a', unsafe(centre), new Date())).rejects.toThrow(NotFound)
    expect(await reportsOf(centre)).toEqual([])
  })
})

describe('a report of a request', () => {
  const met = async () => {
    const listingId = await publish()
    const { asker, id } = await ask(listingId, { name: 'Ира', text: 'Нас двое' })
    await writeAsHost(people.marta, id, 'Заплатите сейчас')
    return { listingId, asker, id }
  }
  const tell = (requestId: string, reason: ReportReason = 'unsafe') => ({
    requestId,
    reason,
    note: '',
  })

  it('keeps what both sides wrote, whoever erases it afterwards', async () => {
    const { listingId, asker, id } = await met()
    await reportAsAsker(asker, tell(id))
    await eraseHostSide(people.marta, id)
    await eraseAskerSide(asker)
    expect(await db.message.count({ where: { requestId: id } })).toBe(0)
    const { copy } = await getReport(people.samal, await idOf(listingId))
    expect(copy?.request?.messages.map(({ side, text }) => [side, text])).toEqual([
      ['asker', 'Нас двое'],
      ['host', 'Заплатите сейчас'],
    ])
    expect(copy?.request).toMatchObject({ name: 'Ира', released: null })
  })

  it('keeps what was released once it was accepted', async () => {
    const { listingId, asker, id } = await met()
    await acceptRequest(people.marta, id)
    await reportAsAsker(asker, tell(id, 'fraud'))
    const { copy } = await getReport(people.samal, await idOf(listingId))
    const { point, car, plate } = rideForm()
    expect(copy?.request?.released).toMatchObject({ point, car, plate, time: '18:40' })
  })

  it('is there after the request has ended and has been erased', async () => {
    const { listingId, asker, id } = await met()
    const now = new Date()
    await cancelRequest(asker, id, now)
    await reportAsAsker(asker, tell(id))
    await eraseOldRequests(new Date(now.getTime() + 15 * DAY_MS))
    expect(await db.request.count({ where: { id } })).toBe(0)
    const [report] = await reportsOf(listingId)
    expect(report).toMatchObject({ requestId: null, side: 'asker' })
    expect((await getReport(people.samal, report?.id ?? '')).copy?.request).not.toBeNull()
  })

  it('may come from both sides, from each once', async () => {
    const { listingId, asker, id } = await met()
    const asAsker = () => reportAsAsker(asker, tell(id))
    const asHost = () => reportAsHost(people.marta, tell(id))
    await Promise.all([asAsker(), asHost(), asAsker(), asHost()])
    expect((await reportsOf(listingId)).map(({ side }) => side).sort()).toEqual(['asker', 'host'])
  })

  it('comes from nobody else', async () => {
    const { asker, id } = await met()
    const stranger = await met()
    await expect(reportAsAsker(stranger.asker, tell(id))).rejects.toThrow(NotFound)
    await expect(reportAsHost(people.aigul, tell(id))).rejects.toThrow(NotFound)
    await expect(reportAsHost(people.samal, tell(id))).rejects.toThrow(NotFound)
    await expect(reportAsHost(people.marta, tell(id, 'full'))).rejects.toThrow(InvalidInput)
    const nobodys = '00000000-0000-4000-8000-0000000000ff'
    await expect(reportAsAsker(asker, tell(nobodys))).rejects.toThrow(NotFound)
  })
})

describe('the words and the copy', () => {
  it('are erased after 30 days, not before, handled or not; that there was a report stays', async () => {
    const listingId = await publish()
    const now = new Date()
    await reportListing('a', unsafe(listingId, NOTE), now)
    const id = await idOf(listingId)
    const end = now.getTime() + REPORT_DAYS * DAY_MS
    await eraseOldReports(new Date(end - 1))
    expect(await getReport(people.samal, id)).toMatchObject({
      words: [{ text: NOTE }],
      erasedAt: null,
    })
    await eraseOldReports(new Date(end))
    await eraseOldReports(new Date(end + 1))
    const [report] = await reportsOf(listingId)
    expect(report).toMatchObject({ noteSealed: null, copySealed: null, visitorKey: null })
    expect(report?.erasedAt).toEqual(new Date(end))
    expect(await getReport(people.samal, id)).toMatchObject({ words: [], copy: null })
  })
})
