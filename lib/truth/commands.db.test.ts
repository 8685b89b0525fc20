import { beforeAll, describe, expect, it } from 'vitest'
import { suspendPerson } from '@/lib/accounts/commands'
import { GUEST } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { ListingUncheckedUpdateInput } from '@/lib/generated/prisma/models'
import { withdrawListing } from '@/lib/listings/commands'
import { mailTruth } from '@/lib/notifications/truth-mail'
import { visibleTo } from '@/lib/policy'
import { type Cast, cast } from '@/lib/testing/cast'
import { day, publishHome } from '@/lib/testing/homes'
import { openMailbox } from '@/lib/testing/mailbox'
import { ask, statusOf } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'
import { askWhatFades, giveReply, sayTruth } from '@/lib/truth/commands'
import { findReply } from '@/lib/truth/queries'
import { pauseEnd } from '@/lib/truth/rules'
import { replyToken } from '@/lib/truth/schema'
import { CAST } from '@/prisma/seed/samples/people'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const mailbox = await openMailbox()
let people: Cast

beforeAll(async () => {
  people = await cast()
})

const ago = (milliseconds: number) => new Date(Date.now() - milliseconds)
const read = (id: string) => db.listing.findUniqueOrThrow({ where: { id } })
const change = (id: string, data: ListingUncheckedUpdateInput) =>
  db.listing.update({ where: { id }, data })

/** A room whose author said so many days ago that all is true. */
async function roomAfter(days: number): Promise<string> {
  const id = await publishHome(people.marta, people.samal)
  await change(id, { confirmedAt: ago(days * DAY_MS) })
  return id
}

/** Plans what is due and delivers what was planned for this listing. */
async function askAbout(id: string): Promise<void> {
  await askWhatFades(new Date())
  const planned = await plannedFor(id)
  for (const job of planned) await mailTruth(job)
}

async function plannedFor(id: string): Promise<{ listingId: string; warning: number }[]> {
  const jobs = await db.$queryRaw<{ data: { listingId: string; warning: number } }[]>`
    SELECT data FROM jobs.job WHERE name = 'truth-mail' ORDER BY created_on, id`
  return jobs.map(({ data }) => data).filter(({ listingId }) => listingId === id)
}

const warnings = async (id: string) => (await read(id)).warningsDelivered
const tokensIn = (text = '') => [...text.matchAll(/\/true\/(\S+)/g)].map(([, token]) => token ?? '')
const lastMail = () => mailbox.mails().findLast(({ to }) => to === CAST.marta.email)

async function linksOf(id: string): Promise<string[]> {
  await askAbout(id)
  return tokensIn(lastMail()?.text)
}

describe('who is asked', () => {
  it('the author of what is in the last quarter of its time, once', async () => {
    const id = await roomAfter(2.26)
    await askWhatFades(new Date())
    await askWhatFades(new Date())
    expect(await plannedFor(id)).toEqual([{ listingId: id, warning: 1 }])
  })

  it('once, however many ask at the same moment', async () => {
    const id = await roomAfter(2.5)
    await Promise.all([1, 2, 3, 4].map(() => askWhatFades(new Date())))
    expect(await plannedFor(id)).toHaveLength(1)
  })

  it('nobody before that', async () => {
    const id = await roomAfter(2.24)
    await askWhatFades(new Date())
    expect(await plannedFor(id)).toEqual([])
  })

  it.each<[string, ListingUncheckedUpdateInput]>([
    ['of what is paused', { pausedUntil: new Date('2099-01-01') }],
    ['of what is over', { expiresAt: ago(HOUR_MS) }],
    ['of what ends before it fades', { expiresAt: new Date(Date.now() + 10 * HOUR_MS) }],
    ['of a sample', { sample: true }],
    ['of what waits for review', { status: 'pending' }],
  ])('nobody: author %s', async (_, data) => {
    const id = await roomAfter(2.5)
    await change(id, data)
    await askWhatFades(new Date())
    expect(await plannedFor(id)).toEqual([])
  })

  it('of a ride once, after four and a half hours', async () => {
    const id = await publishRide(people.marta, people.samal)
    await change(id, { confirmedAt: ago(4.6 * HOUR_MS) })
    await askAbout(id)
    await change(id, { confirmedAt: ago(80 * HOUR_MS), truthAskedAt: ago(70 * HOUR_MS) })
    await askWhatFades(new Date())
    expect(await plannedFor(id)).toHaveLength(1)
  })

  it('again when it sinks, and after a confirmation from the beginning', async () => {
    const id = await roomAfter(2.5)
    await askAbout(id)
    await change(id, { confirmedAt: ago(7.1 * DAY_MS), truthAskedAt: ago(4 * DAY_MS) })
    await askAbout(id)
    expect((await plannedFor(id)).map(({ warning }) => warning)).toEqual([1, 2])
    await sayTruth(people.marta, id, 'confirm')
    expect(await warnings(id)).toBe(0)
    await change(id, { confirmedAt: ago(2.5 * DAY_MS), truthAskedAt: ago(3 * DAY_MS) })
    await askAbout(id)
    expect((await plannedFor(id)).map(({ warning }) => warning)).toEqual([1, 2, 1])
  })

  it('anew when no server took the mail in a day and a half', async () => {
    const id = await roomAfter(4)
    await change(id, { truthAskedAt: ago(37 * HOUR_MS) })
    await askWhatFades(new Date())
    expect(await plannedFor(id)).toEqual([{ listingId: id, warning: 1 }])
  })
})

describe('a warning', () => {
  it('counts once the server took the mail, and only once', async () => {
    const id = await roomAfter(2.5)
    await askWhatFades(new Date())
    expect(await warnings(id)).toBe(0)
    await mailTruth({ listingId: id, warning: 1 })
    const sent = mailbox.mails().length
    await mailTruth({ listingId: id, warning: 1 })
    expect(await warnings(id)).toBe(1)
    expect(mailbox.mails()).toHaveLength(sent)
  })

  it('does not count while the server takes nothing', async () => {
    const id = await roomAfter(2.5)
    await askWhatFades(new Date())
    mailbox.setDown(true)
    await expect(mailTruth({ listingId: id, warning: 1 })).rejects.toThrow()
    mailbox.setDown(false)
    expect(await warnings(id)).toBe(0)
  })

  it('is not sent once the author has spoken', async () => {
    const id = await roomAfter(2.5)
    await askWhatFades(new Date())
    await sayTruth(people.marta, id, 'confirm')
    const sent = mailbox.mails().length
    await mailTruth({ listingId: id, warning: 1 })
    expect(mailbox.mails()).toHaveLength(sent)
    expect(await warnings(id)).toBe(0)
  })

  it('hides nothing alone; two do, after ten days', async () => {
    const id = await roomAfter(2.5)
    const isPublic = async () =>
      (await db.listing.count({ where: { id, AND: [visibleTo(GUEST, new Date())] } })) === 1
    await askAbout(id)
    await change(id, { confirmedAt: ago(11 * DAY_MS), truthAskedAt: ago(9 * DAY_MS) })
    expect(await isPublic()).toBe(true)
    await askAbout(id)
    expect(await warnings(id)).toBe(2)
    expect(await isPublic()).toBe(false)
  })

  it('says nothing of the listing and nobody’s name', async () => {
    const id = await roomAfter(2.5)
    await askAbout(id)
    const { subject, text } = lastMail() ?? {}
    expect(`${subject} ${text}`).not.toMatch(/Марта|Комната|семьи|Уральск|Улица|Не курим/)
    // True, full, until tomorrow, for three days; in a week its last night has begun.
    expect(tokensIn(text)).toHaveLength(4)
    expect(text).toContain('http://localhost:3000/ru/true/')
    expect(text).not.toContain(id)
  })
})

describe('a link of the mail', () => {
  it('says what it would do and does nothing by being looked at', async () => {
    const id = await roomAfter(2.5)
    const [confirm = ''] = await linksOf(id)
    const before = await read(id)
    expect(await findReply(confirm, new Date())).toMatchObject({
      answer: 'confirm',
      listing: { kind: 'housing', title: 'Комната в квартире семьи' },
    })
    expect(await read(id)).toEqual(before)
  })

  it('confirms, and with that the other links of the mail are used up too', async () => {
    const id = await roomAfter(2.5)
    const links = await linksOf(id)
    const now = new Date()
    expect(await giveReply(links[0] ?? '', now)).toBe('confirm')
    expect(await read(id)).toMatchObject({ confirmedAt: now, warningsDelivered: 0, full: false })
    for (const token of links) {
      expect(await findReply(token, new Date())).toBeNull()
      expect(await giveReply(token, new Date())).toBeNull()
    }
  })

  it('says that it is full', async () => {
    const id = await roomAfter(2.5)
    expect(await giveReply((await linksOf(id))[1] ?? '', new Date())).toBe('full')
    expect(await read(id)).toMatchObject({ full: true, pausedUntil: null })
  })

  it('pauses it, once: no link of that mail ever works again', async () => {
    const id = await roomAfter(2.5)
    const links = await linksOf(id)
    const pausedUntil = pauseEnd('tomorrow', new Date())
    expect(await giveReply(links[2] ?? '', new Date())).toBe('tomorrow')
    expect(await read(id)).toMatchObject({ pausedUntil, warningsDelivered: 0 })
    await change(id, { pausedUntil: ago(HOUR_MS) })
    for (const token of links) expect(await giveReply(token, new Date())).toBeNull()
    await askAbout(id)
    for (const token of links) expect(await giveReply(token, new Date())).toBeNull()
    expect(await giveReply(tokensIn(lastMail()?.text)[0] ?? '', new Date())).toBe('confirm')
    expect(await read(id)).toMatchObject({ pausedUntil: null })
  })

  it('does not pause what is over before the pause would end', async () => {
    const id = await roomAfter(2.5)
    const links = await linksOf(id)
    await change(id, { expiresAt: pauseEnd('tomorrow', new Date()) })
    expect(await findReply(links[2] ?? '', new Date())).toBeNull()
    expect(await giveReply(links[2] ?? '', new Date())).toBeNull()
    expect(await giveReply(links[0] ?? '', new Date())).toBe('confirm')
  })

  it('opens what was full, and whoever waits gets the places', async () => {
    const id = await publishHome(people.marta, people.samal)
    await sayTruth(people.marta, id, 'full')
    const stay = { from: day(1), to: day(2), line: 'take' }
    const { id: requestId } = await ask(id, stay)
    expect(await statusOf(requestId)).toBe('waiting')
    await change(id, { confirmedAt: ago(2.5 * DAY_MS) })
    const links = await linksOf(id)
    expect(await giveReply(links[1] ?? '', new Date())).toBe('open')
    expect(await read(id)).toMatchObject({ full: false })
    expect(await statusOf(requestId)).toBe('accepted')
  })

  it('works once, however many press at the same moment', async () => {
    const id = await roomAfter(2.5)
    const [token = ''] = await linksOf(id)
    const given = await Promise.all([1, 2, 3].map(() => giveReply(token, new Date())))
    expect(given.filter(Boolean)).toEqual(['confirm'])
  })

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['was confirmed', (id) => sayTruth(people.marta, id, 'confirm')],
    ['was paused', (id) => sayTruth(people.marta, id, 'three_days')],
    ['was taken back', (id) => withdrawListing(people.marta, id)],
    ['is over', (id) => change(id, { expiresAt: ago(1) })],
  ])('is used up once the listing %s', async (_, happens) => {
    const id = await roomAfter(2.5)
    const [token = ''] = await linksOf(id)
    await happens(id)
    const before = await read(id)
    expect(await findReply(token, new Date())).toBeNull()
    expect(await giveReply(token, new Date())).toBeNull()
    expect(await read(id)).toEqual(before)
  })

  it('is nothing when it was hidden, never signed, or its listing never existed', async () => {
    const id = await roomAfter(11)
    const { confirmedAt: since } = await change(id, { warningsDelivered: 2 })
    const foreign = { listingId: '00000000-0000-4000-8000-000000000000', since }
    const tokens = [
      replyToken({ listingId: id, answer: 'confirm', since }),
      replyToken({ ...foreign, answer: 'confirm' }),
      'A'.repeat(52),
      '',
    ]
    for (const token of tokens) {
      expect(await findReply(token, new Date())).toBeNull()
      expect(await giveReply(token, new Date())).toBeNull()
    }
  })

  it('is used up when its author is suspended', async () => {
    const { aigul, samal } = people
    const id = await publishHome(aigul, samal)
    const { confirmedAt: since } = await change(id, { confirmedAt: ago(2.5 * DAY_MS) })
    const token = replyToken({ listingId: id, answer: 'confirm', since })
    expect(await findReply(token, new Date())).not.toBeNull()
    await suspendPerson(samal, aigul.id, 'asked_for_money')
    expect(await findReply(token, new Date())).toBeNull()
  })
})
