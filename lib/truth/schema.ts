import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { choice, day, listingId } from '@/lib/listings/schema'
import { addDays, cityDay } from '@/lib/places/city-time'
import { keyedHash } from '@/lib/seal'

/** Until when a listing may be paused with one tap; `pauseEnd` says which moments these are. */
export const PAUSES = ['tomorrow', 'three_days', 'week'] as const
export type Pause = (typeof PAUSES)[number]

/** The longest pause that a day may be chosen for. */
export const MAX_PAUSE_DAYS = 60

/** What an author may say of a listing. The order is part of each token: add at the end. */
export const ANSWERS = ['confirm', 'full', 'open', ...PAUSES] as const
export type Answer = (typeof ANSWERS)[number]

/** One answer to the question whether a listing is still true, asked since `since`. */
export interface Reply {
  listingId: string
  answer: Answer
  /** See `standsSince`. */
  since: Date
}

/** The buttons of one's own listing. */
export const answerSchema = z.object({ id: listingId, answer: choice(ANSWERS) })

/** The form of a pause until a day of one's own choice, from tomorrow on. */
export function pauseSchema(now: Date) {
  const today = cityDay(now, 'Asia/Almaty')
  return z.object({ id: listingId, until: day }).superRefine(({ until }, context) => {
    const add = (message: string, params?: Record<string, number>) =>
      context.addIssue({ code: 'custom', path: ['until'], message, params })
    if (until <= today) add('in_the_past')
    if (until > addDays(today, MAX_PAUSE_DAYS)) add('too_far', { days: MAX_PAUSE_DAYS })
  })
}

/** The form behind a link; whatever is no token of ours is answered like one that is used up. */
export const replySchema = z.object({ token: z.string().catch('') })

const TOKEN = /^[A-Za-z0-9_-]{52}$/
/** Bytes: the listing's id, the answer, since when it stands, 128 bits of proof. */
const BYTES = { id: 16, answer: 1, time: 6, proof: 16 }
const SIGNED = BYTES.id + BYTES.answer + BYTES.time

/**
 * The secret of a link that gives one answer without signing in. Nothing of it is stored: the
 * next confirmation or pause changes what it was signed for, and so it works once.
 */
export function replyToken({ listingId, answer, since }: Reply): string {
  const signed = Buffer.alloc(SIGNED)
  signed.write(listingId.replaceAll('-', ''), 'hex')
  signed.writeUInt8(ANSWERS.indexOf(answer), BYTES.id)
  signed.writeUIntBE(since.getTime(), BYTES.id + BYTES.answer, BYTES.time)
  return Buffer.concat([signed, proofOf(signed)]).toString('base64url')
}

/** What a token answers, or null when we did not sign it. Whether it still counts is not known here. */
export function readReplyToken(token: string): Reply | null {
  if (!TOKEN.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const signed = bytes.subarray(0, SIGNED)
  if (!timingSafeEqual(bytes.subarray(SIGNED), proofOf(signed))) return null
  const answer = ANSWERS[signed.readUInt8(BYTES.id)]
  if (!answer) return null
  const id = signed.toString('hex', 0, BYTES.id)
  return {
    listingId: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    answer,
    since: new Date(signed.readUIntBE(BYTES.id + BYTES.answer, BYTES.time)),
  }
}

function proofOf(signed: Buffer): Buffer {
  const hash = keyedHash('truth-reply', signed.toString('base64url'))
  return Buffer.from(hash, 'base64url').subarray(0, BYTES.proof)
}
