import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, mintViewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { proveSecondFactor, resetSecondFactor, setSecondFactor } from '@/lib/second-factor/commands'
import { offerSecret, readOffer } from '@/lib/second-factor/offers'
import { secondFactorOf } from '@/lib/second-factor/queries'
import { codeAt } from '@/lib/testing/authenticator'
import { type Cast, cast } from '@/lib/testing/cast'

const NOW = new Date('2026-11-22T10:00:00Z')
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

let people: Cast
beforeAll(async () => {
  people = await cast()
})

async function device(actor: Actor) {
  const tokenHash = crypto.randomUUID()
  const data = { tokenHash, accountId: actor.id, expiresAt: new Date(Date.now() + 60_000) }
  await db.session.create({ data })
  return { tokenHash }
}

const provenAt = async (session: { tokenHash: string }) =>
  (await db.session.findUnique({ where: session }))?.secondFactorAt ?? null

/** The same person on a device that has shown nothing yet. */
async function unproven(actor: Actor): Promise<Actor> {
  const row = await db.account.findUniqueOrThrow({ where: { id: actor.id } })
  return mintViewer(row, { secondFactor: false }) as Actor
}

async function enrolled(actor: Actor) {
  const session = await device(actor)
  const { secret, sealed } = offerSecret(actor)
  const codes = await setSecondFactor(actor, session, { sealed, code: codeAt(secret, NOW) }, NOW)
  return { secret, codes, session }
}

describe('setting a second factor', () => {
  it('opens the desk on this device and ends every other session', async () => {
    const other = await device(people.samal)
    const { session, codes } = await enrolled(people.samal)
    expect(await provenAt(session)).toEqual(NOW)
    expect(await db.session.count({ where: other })).toBe(0)
    expect(new Set(codes).size).toBe(10)
    expect(await secondFactorOf(people.samal)).toEqual({ isSet: true, recoveryCodes: 10 })
  })

  it('needs a right first code and keeps no secret in the clear', async () => {
    const session = await device(people.erzhan)
    const { secret, sealed } = offerSecret(people.erzhan)
    const wrong = codeAt(secret, later(3_600))
    const attempt = setSecondFactor(people.erzhan, session, { sealed, code: wrong }, NOW)
    await expect(attempt).rejects.toThrow('code:wrong_factor')
    expect(await provenAt(session)).toBeNull()
    const { secret: kept, codes } = await enrolled(people.erzhan)
    const rows = JSON.stringify(
      await db.$queryRaw`
      SELECT secret_sealed, array_agg(code_hash) FROM second_factor JOIN recovery_code USING (account_id)
      GROUP BY 1`,
    )
    for (const text of [kept, ...codes, ...codes.map((code) => code.replace('-', ''))]) {
      expect(rows).not.toContain(text)
    }
  })

  it('is not taken from what another person was offered, nor from an invented secret', () => {
    expect(readOffer(people.dana, offerSecret(people.samal).sealed)).toBeNull()
    expect(readOffer(people.dana, 'k1.AAAA')).toBeNull()
    const mine = offerSecret(people.dana)
    expect(readOffer(people.dana, mine.sealed)).toBe(mine.secret)
  })

  it('is not for volunteers, and not changed by who has not shown the old one', async () => {
    const marta = offerSecret(people.marta)
    const input = { sealed: marta.sealed, code: codeAt(marta.secret, NOW) }
    await expect(
      setSecondFactor(people.marta, await device(people.marta), input, NOW),
    ).rejects.toThrow('desk.enter')
    const { secret } = await enrolled(people.dana)
    const thief = await unproven(people.dana)
    const offer = offerSecret(thief)
    await expect(
      setSecondFactor(
        thief,
        await device(thief),
        { sealed: offer.sealed, code: codeAt(offer.secret, NOW) },
        NOW,
      ),
    ).rejects.toThrow('queue.view')
    const session = await device(people.dana)
    await proveSecondFactor(people.dana, session, codeAt(secret, later(60)), later(60))
    expect(await provenAt(session)).toEqual(later(60))
  })
})

describe('showing a second factor', () => {
  it('takes each code once, also of two tabs at once', async () => {
    const { secret } = await enrolled(people.samal)
    const tabs = await Promise.all([1, 2, 3, 4].map(() => device(people.samal)))
    const at = later(90)
    const answers = await Promise.allSettled(
      tabs.map((tab) => proveSecondFactor(people.samal, tab, codeAt(secret, at), at)),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const proven = await Promise.all(tabs.map(provenAt))
    expect(proven.filter((time) => time !== null)).toHaveLength(1)
  })

  it('takes each recovery code once, and no one else’s', async () => {
    const samal = await enrolled(people.samal)
    const erzhan = await enrolled(people.erzhan)
    const code = (samal.codes[0] ?? '').replace('-', '')
    const foreign = (erzhan.codes[0] ?? '').replace('-', '')
    const session = await device(people.samal)
    await expect(proveSecondFactor(people.samal, session, foreign, NOW)).rejects.toThrow('wrong')
    await proveSecondFactor(people.samal, session, code, NOW)
    expect(await secondFactorOf(people.samal)).toMatchObject({ recoveryCodes: 9 })
    await expect(proveSecondFactor(people.samal, session, code, NOW)).rejects.toThrow('wrong')
  })

  it('ends after ten wrong codes in a day, for the right one too', async () => {
    const { secret } = await enrolled(people.erzhan)
    const session = await device(people.erzhan)
    const guess = () => proveSecondFactor(people.erzhan, session, 'AAAAA22222', NOW)
    const guesses = await Promise.allSettled(Array.from({ length: 14 }, guess))
    const codes = guesses.map((guessed) => guessed.status === 'rejected' && guessed.reason.message)
    expect(codes.filter((text) => text === 'code:wrong_factor')).toHaveLength(10)
    expect(codes.filter((text) => text === 'code:too_many_failures')).toHaveLength(4)
    const right = proveSecondFactor(people.erzhan, session, codeAt(secret, later(90)), later(90))
    await expect(right).rejects.toThrow('too_many_failures')
    expect(await provenAt(session)).toBeNull()
  })

  it('is taken away by an admin only, and ends the sessions', async () => {
    const { session } = await enrolled(people.erzhan)
    await expect(resetSecondFactor(people.samal, people.erzhan.id)).rejects.toThrow('person.reset')
    await resetSecondFactor(people.dana, people.erzhan.id)
    expect(await secondFactorOf(people.erzhan)).toEqual({ isSet: false, recoveryCodes: 0 })
    expect(await db.session.count({ where: session })).toBe(0)
  })
})
