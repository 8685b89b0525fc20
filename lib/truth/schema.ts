import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { keyedHash } from '@/lib/seal'

/** What an author may say of a listing. The order is part of each token: add at the end. */
export const ANSWERS = ['confirm', 'full', 'open', 'paused'] as const
export type Answer = (typeof ANSWERS)[number]

/** One answer to the question whether a listing is still true since it was last confirmed. */
export interface Reply {
  listingId: string
  answer: Answer
  confirmedAt: Date
}

/** The form behind a link; whatever is no token of ours is answered like one that is used up. */
export const replySchema = z.object({ token: z.string().catch('') })

const TOKEN = /^[A-Za-z0-9_-]{52}$/
/** Bytes: the listing's id, the answer, the time of its confirmation, 128 bits of proof. */
const BYTES = { id: 16, answer: 1, time: 6, proof: 16 }
const SIGNED = BYTES.id + BYTES.answer + BYTES.time

/**
 * The secret of a link that gives one answer without signing in. Nothing of it is stored: the
 * next confirmation changes what it was signed for, and so it works once.
 */
export function replyToken({ listingId, answer, confirmedAt }: Reply): string {
  const signed = Buffer.alloc(SIGNED)
  signed.write(listingId.replaceAll('-', ''), 'hex')
  signed.writeUInt8(ANSWERS.indexOf(answer), BYTES.id)
  signed.writeUIntBE(confirmedAt.getTime(), BYTES.id + BYTES.answer, BYTES.time)
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
    confirmedAt: new Date(signed.readUIntBE(BYTES.id + BYTES.answer, BYTES.time)),
  }
}

function proofOf(signed: Buffer): Buffer {
  const hash = keyedHash('truth-reply', signed.toString('base64url'))
  return Buffer.from(hash, 'base64url').subarray(0, BYTES.proof)
}
