import { describe, expect, it } from 'vitest'
import { ANSWERS, pauseSchema, type Reply, readReplyToken, replyToken } from '@/lib/truth/schema'

const REPLY: Reply = {
  listingId: '0b8f5a52-8a3e-4d0c-9a55-0f3f6f2f7c11',
  answer: 'confirm',
  since: new Date('2026-11-22T10:00:00.123Z'),
}

describe('the token of a reply', () => {
  it.each(ANSWERS)('says %s of one listing as it was confirmed', (answer) => {
    const reply = { ...REPLY, answer }
    expect(readReplyToken(replyToken(reply))).toEqual(reply)
  })

  it('is another one for another listing, answer or confirmation', () => {
    const tokens = [
      REPLY,
      { ...REPLY, listingId: '0b8f5a52-8a3e-4d0c-9a55-0f3f6f2f7c12' },
      { ...REPLY, answer: 'week' } as const,
      { ...REPLY, since: new Date('2026-11-22T10:00:00.124Z') },
    ].map(replyToken)
    expect(new Set(tokens).size).toBe(4)
  })

  it('is read only as it was signed: every other letter makes it unknown', () => {
    const token = replyToken(REPLY)
    for (const [at, letter] of [...token].entries()) {
      const other = letter === 'A' ? 'B' : 'A'
      expect(readReplyToken(token.slice(0, at) + other + token.slice(at + 1))).toBeNull()
    }
  })

  it.each(['', 'x', 'A'.repeat(52), `${replyToken(REPLY)}A`, replyToken(REPLY).slice(1), '%00'])(
    'is not %j',
    (token) => {
      expect(readReplyToken(token)).toBeNull()
    },
  )
})

describe('the form of a pause', () => {
  // 23:00 in Kazakhstan.
  const schema = pauseSchema(new Date('2026-11-22T18:00:00Z'))
  const codesOf = (until: string) =>
    schema.safeParse({ id: REPLY.listingId, until }).error?.issues.map(({ message }) => message)

  it.each<[string, string[] | undefined]>([
    ['2026-11-22', ['in_the_past']],
    ['2026-11-23', undefined],
    ['2027-01-21', undefined],
    ['2027-01-22', ['too_far']],
    ['2026-02-30', ['not_a_day']],
    ['infinity', ['not_a_day']],
    ['', ['required']],
  ])('until %j: %j', (until, codes) => {
    expect(codesOf(until)).toEqual(codes)
  })
})
