import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { Conflict, Forbidden, NotFound } from '@/lib/errors'
import { mailReport } from '@/lib/notifications/mails'
import { closeReport, reportListing } from '@/lib/reports/commands'
import { getReport, listReports } from '@/lib/reports/queries'
import { actorOf, type Cast, cast } from '@/lib/testing/cast'
import { publishCentre } from '@/lib/testing/centres'
import { openMailbox } from '@/lib/testing/mailbox'
import { mailThoseOnDuty } from '@/lib/testing/planned'
import { publishRide } from '@/lib/testing/rides'
import { CAST } from '@/prisma/seed/samples/people'

const DAY_MS = 86_400_000
const NOTE = 'Просят деньги вперёд'
const mailbox = await openMailbox()
let people: Cast

beforeAll(async () => {
  people = await cast()
})

const publish = () => publishRide(people.marta, people.samal, { seats: 20 })
const unsafe = (listingId: string, note = '') => ({ listingId, reason: 'unsafe', note }) as const
const reportsOf = (listingId: string) =>
  db.report.findMany({ where: { listingId }, orderBy: { createdAt: 'asc' } })
const idOf = async (listingId: string) => (await reportsOf(listingId))[0]?.id ?? ''

describe('the moderators', () => {
  it('see grave reports first, and none about their own listing', async () => {
    await db.report.deleteMany()
    const own = await publishCentre(people.samal, people.erzhan)
    const listingId = await publish()
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    await reportListing('a', { listingId, reason: 'full', note: '' }, minutesAgo(9))
    await reportListing('b', { listingId, reason: 'other', note: '' }, minutesAgo(8))
    await reportListing('a', unsafe(own), minutesAgo(3))
    await reportListing('a', { listingId, reason: 'fraud', note: '' }, minutesAgo(2))
    await reportListing('a', unsafe(listingId), minutesAgo(1))
    const reasons = async (who: Cast['samal']) =>
      (await listReports(who)).map(({ reason }) => reason)
    expect(await reasons(people.samal)).toEqual(['fraud', 'unsafe', 'full', 'other'])
    expect(await reasons(people.erzhan)).toEqual(['unsafe', 'fraud', 'unsafe', 'full', 'other'])
    await expect(listReports(people.marta)).rejects.toThrow(Forbidden)

    const about = await idOf(own)
    await expect(getReport(people.samal, about)).rejects.toThrow(NotFound)
    await expect(closeReport(people.samal, about, 'nothing_wrong')).rejects.toThrow(Forbidden)
    await expect(getReport(people.marta, about)).rejects.toThrow(Forbidden)
    expect((await getReport(people.erzhan, about)).copy).not.toBeNull()
  })

  it('close a report once; then the same may be reported again', async () => {
    const listingId = await publish()
    await reportListing('a', unsafe(listingId), new Date())
    const id = await idOf(listingId)
    const answers = await Promise.allSettled([
      closeReport(people.samal, id, 'dealt_with'),
      closeReport(people.erzhan, id, 'nothing_wrong'),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(closeReport(people.dana, id, 'dealt_with')).rejects.toThrow(Conflict)
    expect((await listReports(people.dana)).map((report) => report.id)).not.toContain(id)
    await reportListing('a', unsafe(listingId), new Date())
    expect(await reportsOf(listingId)).toHaveLength(2)
  })

  it('find what many say alike as one entry, with all words, and close it as one', async () => {
    await db.report.deleteMany()
    const listingId = await publish()
    const now = new Date()
    const full = { listingId, reason: 'full' } as const
    for (const [key, note] of [
      ['a', 'Ответил, что мест нет'],
      ['b', ''],
      ['c', 'Мест нет с утра'],
    ] as const) {
      await reportListing(key, { ...full, note }, now)
    }
    await reportListing('a', { listingId, reason: 'other_price', note: '' }, now)
    await reportListing('a', unsafe(listingId), now)
    await reportListing('b', unsafe(listingId), now)
    for (const key of ['a', 'b'])
      await reportListing(key, { listingId, reason: 'other', note: key }, now)
    const told = async () =>
      (await listReports(people.samal)).map(({ reason, times }) => `${reason} ${times}`).sort()
    expect(await told()).toEqual([
      'full 3',
      'other 1',
      'other 1',
      'other_price 1',
      'unsafe 1',
      'unsafe 1',
    ])

    const [{ id = '' } = {}] = (await listReports(people.samal)).filter(
      ({ reason }) => reason === 'full',
    )
    const { words, times } = await getReport(people.samal, id)
    expect(times).toBe(3)
    expect(words.map(({ text }) => text).sort()).toEqual([
      'Мест нет с утра',
      'Ответил, что мест нет',
    ])
    await closeReport(people.samal, id, 'nothing_wrong', now)
    expect(await told()).toEqual(['other 1', 'other 1', 'other_price 1', 'unsafe 1', 'unsafe 1'])
    expect(await getReport(people.samal, id)).toMatchObject({
      times: 3,
      handled: { outcome: 'nothing_wrong', by: 'Самал' },
    })
  })

  it('see a grave report through a flood of others', async () => {
    await db.report.deleteMany()
    const listingId = await publish()
    const { ownerId } = await db.listing.findUniqueOrThrow({ where: { id: listingId } })
    const flood = Array.from({ length: 1_000 }, (_, n) => ({
      listingId,
      ownerId,
      side: 'visitor' as const,
      visitorKey: `flood ${n}`,
      reason: 'full' as const,
      createdAt: new Date(Date.now() - 60_000),
      keptUntil: new Date(Date.now() + DAY_MS),
    }))
    await db.report.createMany({ data: flood })
    await reportListing('a', unsafe(listingId), new Date())
    const queue = await listReports(people.samal)
    expect(queue.map(({ reason, times }) => [reason, times])).toEqual([
      ['unsafe', 1],
      ['full', 1_000],
    ])
  })

  async function call(reportId: string): Promise<void> {
    await mailReport({ reportId })
    await mailThoseOnDuty()
  }

  it('on duty are called to a grave one that waits, in their language and without a word of it', async () => {
    const listingId = await publish()
    await reportListing('a', unsafe(listingId, NOTE), new Date())
    const reportId = await idOf(listingId)
    const before = mailbox.mails().length
    await call(reportId)
    const sent = mailbox.mails().slice(before)
    expect(sent.map(({ to }) => to).sort()).toEqual(
      [CAST.dana.email, CAST.erzhan.email, CAST.samal.email].sort(),
    )
    for (const { text, subject } of sent) {
      expect(text).toContain(`/staff/reports/${reportId}`)
      expect(subject + text).not.toMatch(/Марта|Просят|Сырым|Уральск|универсал/)
    }
    await closeReport(people.samal, reportId, 'dealt_with')
    await call(reportId)
    expect(mailbox.mails()).toHaveLength(before + 3)
  })

  it('are not called to their own listing', async () => {
    const centre = await publishCentre(people.samal, people.erzhan)
    await reportListing('a', unsafe(centre), new Date())
    const before = mailbox.mails().length
    await call(await idOf(centre))
    const reached = mailbox.mails().slice(before)
    expect(reached.map(({ to }) => to)).not.toContain(CAST.samal.email)
    expect(reached.length).toBeGreaterThan(0)
  })

  it('who are no longer moderators open nothing', async () => {
    const listingId = await publish()
    await reportListing('a', unsafe(listingId), new Date())
    await db.account.update({ where: { id: people.erzhan.id }, data: { role: 'trusted' } })
    const former = await actorOf(people.erzhan.id)
    await expect(getReport(former, await idOf(listingId))).rejects.toThrow(Forbidden)
  })
})
