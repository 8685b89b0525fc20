import { beforeAll, describe, expect, it } from 'vitest'
import { GUEST } from '@/lib/auth/viewer'
import { getCentre, listCentres } from '@/lib/centres/queries'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { listHousing } from '@/lib/housing/queries'
import { withdrawListing } from '@/lib/listings/commands'
import { mailTruth } from '@/lib/notifications/truth-mail'
import { reportListing } from '@/lib/reports/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { publishCentre } from '@/lib/testing/centres'
import { publishHome } from '@/lib/testing/homes'
import { openMailbox } from '@/lib/testing/mailbox'
import { publishRide } from '@/lib/testing/rides'
import { askWhatFades, sayTruth } from '@/lib/truth/commands'
import { tellTrue, tellWait } from '@/lib/visits/commands'
import { saidAlike, usualWait } from '@/lib/visits/rules'
import { CAST } from '@/prisma/seed/samples/people'

const DAY_MS = 86_400_000
const mailbox = await openMailbox()
let people: Cast

beforeAll(async () => {
  people = await cast()
})

const publish = () => publishCentre(people.marta, people.samal)
const saidOf = async (id: string, now = new Date()) =>
  saidAlike((await getCentre(GUEST, id, 'ru', now)).visits, now)
const waitOf = async (id: string, now = new Date()) =>
  usualWait((await getCentre(GUEST, id, 'ru', now)).waits, now)
const closed = (listingId: string) => ({ listingId, reason: 'closed', note: '' }) as const

describe('a word of a visitor', () => {
  it('changes nothing that others see until two more say the same', async () => {
    const id = await publish()
    const now = new Date()
    for (const key of ['a', 'b']) await tellTrue(key, id, now)
    expect(await saidOf(id, now)).toEqual([])
    await tellTrue('c', id, now)
    expect(await saidOf(id, now)).toEqual([{ problem: null, people: 3, last: now }])
  })

  it('is one, however often it is sent, also at once', async () => {
    const id = await publish()
    const now = new Date()
    await Promise.all(Array.from({ length: 8 }, () => tellTrue('a', id, now)))
    await Promise.all(Array.from({ length: 8 }, () => reportListing('a', closed(id), now)))
    expect(await db.visit.findMany({ where: { listingId: id } })).toMatchObject([
      { visitorKey: 'a', problem: 'closed' },
    ])
  })

  it('is the last one of the day: who says otherwise takes it back', async () => {
    const id = await publish()
    const now = new Date()
    for (const key of ['a', 'b', 'c']) await tellTrue(key, id, now)
    await reportListing('c', closed(id), now)
    expect(await saidOf(id, now)).toEqual([])
  })

  it('stands on the list as on the page', async () => {
    const id = await publish()
    const now = new Date()
    for (const key of ['a', 'b', 'c']) await reportListing(key, closed(id), now)
    const { cards } = await listCentres(GUEST, { city: 'uralsk' }, 'ru', now)
    const card = cards.find((centre) => centre.id === id)
    expect(saidAlike(card?.visits ?? [], now)).toMatchObject([{ problem: 'closed', people: 3 }])
  })

  it('is nothing about what is not public', async () => {
    const id = await publish()
    await withdrawListing(people.marta, id)
    await expect(tellTrue('a', id, new Date())).rejects.toThrow(NotFound)
    const wait = { listingId: id, minutes: 30 }
    await expect(tellWait('a', wait, new Date())).rejects.toThrow(NotFound)
  })
})

describe('a wait', () => {
  it('appears from three visitors on, as the median', async () => {
    const id = await publish()
    const now = new Date()
    await tellWait('a', { listingId: id, minutes: 15 }, now)
    await tellWait('b', { listingId: id, minutes: 180 }, now)
    expect(await waitOf(id, now)).toBeNull()
    await tellWait('c', { listingId: id, minutes: 60 }, now)
    expect(await waitOf(id, now)).toEqual({ minutes: 60, people: 3, last: now })
  })

  it('of one visitor is one, the last', async () => {
    const id = await publish()
    const now = new Date()
    const tell = (minutes: number) => tellWait('a', { listingId: id, minutes }, now)
    await Promise.all([15, 30, 60, 120].map(tell))
    await tell(180)
    const kept = await db.waitReport.findMany({ where: { listingId: id } })
    expect(kept.map(({ minutes }) => minutes)).toEqual([180])
  })

  it('is of centres alone', async () => {
    const id = await publishRide(people.marta, people.samal)
    const wait = { listingId: id, minutes: 30 }
    await expect(tellWait('a', wait, new Date())).rejects.toThrow(NotFound)
  })
})

describe('the author of what three visitors found untrue', () => {
  const planned = async (id: string) => {
    const jobs = await db.$queryRaw<{ data: { listingId: string; warning: number } }[]>`
      SELECT data FROM jobs.job WHERE name = 'truth-mail'`
    return jobs.map(({ data }) => data).filter(({ listingId }) => listingId === id)
  }
  const doubt = async (id: string, keys: string[], now = new Date()) => {
    const reasons = ['full', 'other_price', 'closed'] as const
    for (const [index, key] of keys.entries()) {
      const reason = reasons[index % 3] ?? 'closed'
      await reportListing(key, { listingId: id, reason, note: '' }, now)
    }
  }

  it('is asked once whether it is still true, whatever each found', async () => {
    const id = await publishHome(people.marta, people.samal)
    await doubt(id, ['a', 'b'])
    await askWhatFades(new Date())
    expect(await planned(id)).toEqual([])
    await doubt(id, ['a', 'b', 'c', 'd'])
    await Promise.all([1, 2, 3].map(() => askWhatFades(new Date())))
    await askWhatFades(new Date())
    expect(await planned(id)).toEqual([{ listingId: id, warning: 1 }])
    await mailTruth({ listingId: id, warning: 1 })
    const mail = mailbox.mails().findLast(({ to }) => to === CAST.marta.email)
    expect(mail?.text).toContain('Несколько человек сказали')
    expect(mail?.text).not.toContain('давно не подтверждали')
  })

  it('is not asked because of one who returns', async () => {
    const id = await publishHome(people.marta, people.samal)
    await db.listing.update({
      where: { id },
      data: { confirmedAt: new Date(Date.now() - 2 * DAY_MS) },
    })
    for (const days of [0, 1, 1.9]) {
      await doubt(id, [`day ${days}`], new Date(Date.now() - days * DAY_MS))
    }
    await askWhatFades(new Date())
    expect(await planned(id)).toEqual([])
  })

  it('is asked anew only about what was said after their answer', async () => {
    const id = await publishHome(people.marta, people.samal)
    await doubt(id, ['a', 'b', 'c'])
    await sayTruth(people.marta, id, 'confirm')
    await askWhatFades(new Date())
    expect(await planned(id)).toEqual([])
    const { cards } = await listHousing(GUEST, { city: null }, 'ru', new Date())
    const words = cards.find((home) => home.id === id)?.visits
    expect(words).toHaveLength(3)
  })
})
