import { describe, expect, it } from 'vitest'
import { ANSWERS, type Reply, readReplyToken, replyToken } from '@/lib/truth/schema'

const REPLY: Reply = {
  listingId: '0b8f5a52-8a3e-4d0c-9a55-0f3f6f2f7c11',
  answer: 'confirm',
  confirmedAt: new Date('2026-11-22T10:00:00.123Z'),
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
      { ...REPLY, answer: 'paused' } as const,
      { ...REPLY, confirmedAt: new Date('2026-11-22T10:00:00.124Z') },
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
