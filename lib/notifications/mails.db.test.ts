import { beforeAll, describe, expect, it, vi } from 'vitest'
import { liftSuspension, suspendPerson } from '@/lib/accounts/commands'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { translator } from '@/lib/i18n/translator'
import { changeListing, withdrawListing } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import { DECISIONS, type DecisionName, REASONS } from '@/lib/moderation/schema'
import type { Jobs } from '@/lib/notifications/jobs'
import { mailDecision, mailWaiting } from '@/lib/notifications/mails'
import { mailLifted, mailSuspension } from '@/lib/notifications/suspension-mails'
import { startWorker, type Worker } from '@/lib/notifications/worker'
import { type Cast, cast } from '@/lib/testing/cast'
import { openMailbox } from '@/lib/testing/mailbox'
import { mailThoseOnDuty } from '@/lib/testing/planned'
import { offerRide, publishRide, rideForm } from '@/lib/testing/rides'
import { CAST } from '@/prisma/seed/samples/people'

const mailbox = await openMailbox()
let people: Cast

beforeAll(async () => {
  people = await cast()
})

const mailsTo = (email: string) => mailbox.mails().filter(({ to }) => to === email)

/** What a mailbox may be read by others for: names, places, words of people, plates, minutes. */
const PRIVATE =
  /Марта|Айгуль|Анна|Самал|Ержан|Сырым|Сырыма|Уральск|Орал|Uralsk|универсал|000 AAA|кафе|18:40|Спасибо|Еду домой|\d{4}-\d\d-\d\d/

async function decideAs(action: DecisionName): Promise<{ id: string; decisionId: string }> {
  const id = await offerRide(people.aigul)
  const [reason] = REASONS[action]
  await decide(people.samal, { listingId: id, version: 1, action, reason, note: 'Спасибо, Айгуль' })
  const { id: decisionId } = await db.decision.findFirstOrThrow({ where: { listingId: id } })
  return { id, decisionId }
}

describe('the mail about a decision', () => {
  it.each(DECISIONS)('after %s says it in the author’s language', async (action) => {
    const { id, decisionId } = await decideAs(action)
    await mailDecision({ decisionId })
    const mail = mailsTo(CAST.aigul.email).at(-1)
    expect(mail?.text).toContain(`http://localhost:3000/kk/my/listings/${id}`)
    expect(mail?.text).toMatch(/[әғқңөұүһі]/)
    expect(mail?.text).not.toMatch(/\n\n\n/)
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(PRIVATE)
  })

  it('twice is the same mail twice and nothing else', async () => {
    const { id, decisionId } = await decideAs('approve')
    const before = await db.listing.findUniqueOrThrow({ where: { id } })
    await mailDecision({ decisionId })
    await mailDecision({ decisionId })
    const [last, previous] = mailsTo(CAST.aigul.email).reverse()
    expect(last?.text).toBe(previous?.text)
    expect(await db.listing.findUniqueOrThrow({ where: { id } })).toEqual(before)
  })

  it('is none when there is no such decision', async () => {
    const before = mailbox.mails().length
    await mailDecision({ decisionId: '00000000-0000-4000-8000-000000000000' })
    expect(mailbox.mails()).toHaveLength(before)
  })
})

describe('the mails about a suspension', () => {
  it('say why, in the person’s language, and whom to answer; and that it was lifted', async () => {
    const { aigul, samal } = people
    const { decisionId } = await decideAs('approve')
    await suspendPerson(samal, aigul.id, 'asked_for_money', 'Просила деньги у Марты')
    const before = mailsTo(CAST.aigul.email).length
    await mailSuspension({ accountId: aigul.id })
    const { subject, text } = mailsTo(CAST.aigul.email).at(-1) ?? {}
    expect(text).toContain(translator('kk')('people.reason.asked_for_money'))
    expect(text).toContain(env.operator.contact)
    expect(text).not.toContain('/my/')
    expect(`${subject} ${text}`).not.toMatch(PRIVATE)
    await mailDecision({ decisionId })
    await mailLifted({ accountId: aigul.id })
    expect(mailsTo(CAST.aigul.email)).toHaveLength(before + 1)

    await liftSuspension(samal, aigul.id)
    await mailSuspension({ accountId: aigul.id })
    await mailLifted({ accountId: aigul.id })
    expect(mailsTo(CAST.aigul.email)).toHaveLength(before + 2)
    expect(mailsTo(CAST.aigul.email).at(-1)?.text).toContain('http://localhost:3000/kk/sign-in')
  })
})

describe('the mail to the moderators on duty', () => {
  const STAFF = [CAST.samal, CAST.erzhan, CAST.dana].map(({ email }) => email)
  async function waiting(listingId: string, change: Partial<Jobs['waiting-mail']> = {}) {
    await mailWaiting({ listingId, revisionId: null, version: 1, ...change })
    await mailThoseOnDuty()
  }

  /** Whom these reminders reached. */
  async function reached(remind: () => Promise<void>): Promise<string[]> {
    const before = mailbox.mails().length
    await remind()
    return mailbox
      .mails()
      .slice(before)
      .map(({ to }) => to)
  }

  it('reaches each of them and nobody else, and names nothing', async () => {
    const id = await offerRide(people.marta)
    expect((await reached(() => waiting(id))).sort()).toEqual(STAFF.sort())
    for (const email of STAFF) {
      const mail = mailsTo(email).at(-1)
      expect(mail?.text).toContain(`/staff/listings/${id}`)
      expect(`${mail?.subject} ${mail?.text}`).not.toMatch(PRIVATE)
    }
  })

  it('reaches nobody once it was decided, withdrawn or changed', async () => {
    const decided = await publishRide(people.marta, people.samal)
    const withdrawn = await offerRide(people.marta)
    await withdrawListing(people.marta, withdrawn)
    const changed = await offerRide(people.marta)
    await changeListing(people.marta, changed, 1, 'ru', rideForm())
    for (const id of [decided, withdrawn, changed]) {
      expect(await reached(() => waiting(id))).toEqual([])
    }
    expect(await reached(() => waiting(changed, { version: 2 }))).toHaveLength(STAFF.length)
  })

  it('is sent for a proposed change as long as it waits', async () => {
    const id = await publishRide(people.marta, people.samal)
    await changeListing(people.marta, id, 2, 'ru', rideForm({ body: 'Новый текст' }))
    const revision = await db.listingRevision.findFirstOrThrow({ where: { listingId: id } })
    const remind = () => waiting(id, { revisionId: revision.id, version: 2 })
    expect(await reached(remind)).toHaveLength(STAFF.length)
    await withdrawListing(people.marta, id)
    expect(await reached(remind)).toEqual([])
  })

  it('does not reach a moderator who is suspended', async () => {
    const id = await offerRide(people.marta)
    await suspendPerson(people.dana, people.erzhan.id, 'rules')
    expect(await reached(() => waiting(id))).not.toContain(CAST.erzhan.email)
  })
})

describe('the worker', () => {
  const jobOf = async (decisionId: string) => {
    const [job] = await db.$queryRaw<{ state: string; retries: number; output: unknown }[]>`
      SELECT state::text, retry_count AS retries, output FROM jobs.job
      WHERE name = 'decision-mail' AND data->>'decisionId' = ${decisionId}`
    return job
  }
  const patience = { timeout: 20_000, interval: 200 }

  async function atWork(task: (worker: Worker) => Promise<void>): Promise<void> {
    await db.$executeRaw`DELETE FROM jobs.job`
    const worker = await startWorker(process.env.DATABASE_URL ?? '')
    try {
      await task(worker)
    } finally {
      await worker.stop()
    }
  }

  it('tries again when the mail server was down, and keeps no address meanwhile', async () => {
    mailbox.setDown(true)
    await atWork(async () => {
      const { decisionId } = await decideAs('approve')
      await vi.waitFor(async () => expect((await jobOf(decisionId))?.state).toBe('retry'), patience)
      expect(JSON.stringify(await jobOf(decisionId))).not.toMatch(/example\.org|127\.0\.0\.1/)
      const before = mailsTo(CAST.aigul.email).length
      mailbox.setDown(false)
      await db.$executeRaw`UPDATE jobs.job SET start_after = now() WHERE state = 'retry'`
      await vi.waitFor(
        async () => expect(await jobOf(decisionId)).toMatchObject({ state: 'completed' }),
        patience,
      )
      expect(mailsTo(CAST.aigul.email)).toHaveLength(before + 1)
    })
  }, 60_000)

  it('keeps nothing but ids in its jobs', async () => {
    await db.$executeRaw`DELETE FROM jobs.job`
    const id = await offerRide(people.marta)
    await decide(people.samal, {
      listingId: id,
      version: 1,
      action: 'reject',
      reason: 'duplicate',
      note: 'Спасибо',
    })
    const rows = await db.$queryRaw<{ data: Record<string, unknown> }[]>`SELECT data FROM jobs.job`
    expect(rows).toHaveLength(2)
    for (const value of rows.flatMap(({ data }) => Object.values(data))) {
      expect(String(value)).toMatch(/^(?:[0-9a-f-]{36}|\d+|null)$/)
    }
  })
})
