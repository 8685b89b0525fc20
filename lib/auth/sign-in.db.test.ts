import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { requestSignIn, signInWithCode, signInWithLink } from '@/lib/auth/sign-in'
import { db } from '@/lib/db'
import type { InvalidInput } from '@/lib/errors'
import { hashEmail, hashToken } from '@/lib/seal'
import { type Cast, cast } from '@/lib/testing/cast'
import { openMailbox } from '@/lib/testing/mailbox'
import { CAST } from '@/prisma/seed/samples/people'

const mailbox = await openMailbox()
let people: Cast

beforeAll(async () => {
  people = await cast()
})

const newAddress = () => `${randomUUID()}@example.org`

/** Asks for a mail and reads its code and the secret of its link. */
async function mailTo(email: string): Promise<{ code: string; token: string }> {
  await requestSignIn(email, 'ru')
  const text = mailbox.mails().findLast(({ to }) => to === email)?.text ?? ''
  return {
    code: /\b\d{6}\b/.exec(text)?.[0] ?? '',
    token: /token=([\w-]+)/.exec(text)?.[1] ?? '',
  }
}

const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

/** `signed in`, or the code of the sentence that the person reads. */
async function outcome(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'signed in',
    (error: InvalidInput) => error.issues[0]?.code ?? 'a bug',
  )
}

const expire = (email: string) =>
  db.signInCode.update({
    where: { emailHash: hashEmail(email) },
    data: { expiresAt: new Date() },
  })

describe('the mail', () => {
  it('carries a code of six digits and a link to a page with a button, and no name', async () => {
    const { code, token } = await mailTo(CAST.marta.email)
    expect(code).toMatch(/^\d{6}$/)
    expect(token.length).toBeGreaterThan(40)
    const mail = mailbox.mails().findLast(({ to }) => to === CAST.marta.email)
    expect(mail?.text).toContain('http://localhost:3000/ru/sign-in/link?token=')
    expect(JSON.stringify(mail)).not.toContain(CAST.marta.name)
  })

  it('is the same to an address that nobody has', async () => {
    const [known, unknown] = [CAST.anna.email, newAddress()]
    await mailTo(known)
    await mailTo(unknown)
    const shape = (address: string) =>
      mailbox
        .mails()
        .findLast(({ to }) => to === address)
        ?.text.replace(/\d{6}|token=.*/g, '')
    expect(shape(unknown)).toBe(shape(known))
    expect(await db.account.count({ where: { emailHash: hashEmail(unknown) } })).toBe(0)
  })

  it('comes three times an hour to one address, however it is typed, also all at once', async () => {
    const email = newAddress()
    const spellings = [email, email.toUpperCase(), ` ${email}`, email, email, email]
    const answers = await Promise.all(
      spellings.map((address) => outcome(requestSignIn(address, 'ru'))),
    )
    expect(answers.filter((answer) => answer === 'signed in')).toHaveLength(3)
    expect(answers.filter((answer) => answer === 'too_many_mails')).toHaveLength(3)
    expect(mailbox.mails().filter(({ to }) => to === email)).toHaveLength(3)
  })
})

describe('a code', () => {
  it('is kept neither in the open nor as a plain hash, nor is the address', async () => {
    const email = newAddress()
    const { code, token } = await mailTo(email)
    const [row] = await db.$queryRaw<{ text: string }[]>`
      SELECT sign_in_code::text AS text FROM sign_in_code WHERE email_hash = ${hashEmail(email)}`
    for (const secret of [code, hashToken(code), token, email]) {
      expect(row?.text).not.toContain(secret)
    }
  })

  it('opens a session and makes an account at the first time', async () => {
    const email = newAddress()
    const { code } = await mailTo(email)
    const { token, expires } = await signInWithCode(email, code, 'kk')
    const account = await db.account.findUniqueOrThrow({ where: { emailHash: hashEmail(email) } })
    expect(account).toMatchObject({ role: 'volunteer', locale: 'kk', verifiedAt: null })
    const sessions = await db.session.findMany({ where: { accountId: account.id } })
    expect(sessions.map(({ tokenHash }) => tokenHash)).toEqual([hashToken(token)])
    expect(JSON.stringify(sessions)).not.toContain(token)
    expect(Math.round((expires.getTime() - Date.now()) / 86_400_000)).toBe(30)
  })

  it('works once, also when it is sent many times at once', async () => {
    const email = newAddress()
    const { code } = await mailTo(email)
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => outcome(signInWithCode(email, code, 'ru'))),
    )
    expect(answers.filter((answer) => answer === 'signed in')).toHaveLength(1)
    expect(await outcome(signInWithCode(email, code, 'ru'))).toBe('wrong_code')
    expect(await db.session.count({ where: { account: { emailHash: hashEmail(email) } } })).toBe(1)
  })

  it('has five tries, exactly, also when they come at once', async () => {
    const patient = newAddress()
    const first = await mailTo(patient)
    for (let n = 0; n < 4; n++) await outcome(signInWithCode(patient, wrongOf(first.code), 'ru'))
    expect(await outcome(signInWithCode(patient, first.code, 'ru'))).toBe('signed in')

    const hasty = newAddress()
    const second = await mailTo(hasty)
    await Promise.all(
      [1, 2, 3, 4, 5].map(() => outcome(signInWithCode(hasty, wrongOf(second.code), 'ru'))),
    )
    expect(await outcome(signInWithCode(hasty, second.code, 'ru'))).toBe('wrong_code')
    const { tries } = await db.signInCode.findUniqueOrThrow({
      where: { emailHash: hashEmail(hasty) },
    })
    expect(tries).toBe(5)
  })

  it('is gone after ten minutes', async () => {
    const email = newAddress()
    const { code, token } = await mailTo(email)
    const { expiresAt } = await db.signInCode.findUniqueOrThrow({
      where: { emailHash: hashEmail(email) },
    })
    expect(Math.round((expiresAt.getTime() - Date.now()) / 60_000)).toBe(10)
    await expire(email)
    expect(await outcome(signInWithCode(email, code, 'ru'))).toBe('wrong_code')
    expect(await outcome(signInWithLink(token, 'ru'))).toBe('wrong_link')
  })

  it('is replaced by that of a newer mail', async () => {
    const email = newAddress()
    const first = await mailTo(email)
    const second = await mailTo(email)
    expect(await outcome(signInWithLink(first.token, 'ru'))).toBe('wrong_link')
    if (first.code !== second.code) {
      expect(await outcome(signInWithCode(email, first.code, 'ru'))).toBe('wrong_code')
    }
    expect(await outcome(signInWithCode(email, second.code, 'ru'))).toBe('signed in')
  })

  it('of one address opens no other', async () => {
    const { code } = await mailTo(newAddress())
    expect(await outcome(signInWithCode(CAST.dana.email, code, 'ru'))).toBe('wrong_code')
  })
})

describe('ten failures a day', () => {
  it('close the door, exactly, also when they come at once and with new mails', async () => {
    const email = newAddress()
    const answers: string[] = []
    for (let mails = 0; mails < 3; mails++) {
      const { code } = await mailTo(email)
      answers.push(
        ...(await Promise.all(
          [1, 2, 3, 4, 5].map(() => outcome(signInWithCode(email, wrongOf(code), 'ru'))),
        )),
      )
    }
    expect(answers.filter((answer) => answer === 'wrong_code')).toHaveLength(10)
    expect(answers.filter((answer) => answer === 'too_many_failures')).toHaveLength(5)
  })

  it('also to the right code', async () => {
    const email = newAddress()
    for (let mails = 0; mails < 2; mails++) {
      const { code } = await mailTo(email)
      for (let n = 0; n < 5; n++) await outcome(signInWithCode(email, wrongOf(code), 'ru'))
    }
    const { code } = await mailTo(email)
    expect(await outcome(signInWithCode(email, code, 'ru'))).toBe('too_many_failures')
  })

  it('are counted anew after the right code', async () => {
    const email = newAddress()
    for (let mails = 0; mails < 3; mails++) {
      const { code } = await mailTo(email)
      for (let n = 0; n < 4; n++) await outcome(signInWithCode(email, wrongOf(code), 'ru'))
      expect(await outcome(signInWithCode(email, code, 'ru'))).toBe('signed in')
    }
  })
})

describe('a link', () => {
  it('signs in once, also when it is opened many times at once, and uses the code up', async () => {
    const email = newAddress()
    const { code, token } = await mailTo(email)
    const answers = await Promise.all([1, 2, 3].map(() => outcome(signInWithLink(token, 'ru'))))
    expect(answers.sort()).toEqual(['signed in', 'wrong_link', 'wrong_link'])
    expect(await outcome(signInWithCode(email, code, 'ru'))).toBe('wrong_code')
  })

  it.each(['', 'x', '0'.repeat(43)])('%j is none', async (token) => {
    expect(await outcome(signInWithLink(token, 'ru'))).toBe('wrong_link')
  })
})

describe('someone suspended', () => {
  it('gets a mail like everybody and no session', async () => {
    const { code } = await mailTo(CAST.oleg.email)
    expect(await outcome(signInWithCode(CAST.oleg.email, code, 'ru'))).toBe('suspended')
    const { token } = await mailTo(CAST.oleg.email)
    expect(await outcome(signInWithLink(token, 'ru'))).toBe('suspended')
    expect(await db.session.count({ where: { accountId: people.oleg.id } })).toBe(0)
  })
})
