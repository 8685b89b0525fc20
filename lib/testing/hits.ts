/*
 * A process that counts hits, as another app process does: `hits.ts <limit> <hits> <seconds> <times>`.
 * Prints how many were within the limit.
 */
import { countHit } from '@/lib/auth/rate-limit'
import { db } from '@/lib/db'

const [, , name = '', hits, seconds, times] = process.argv
const limit = { name, hits: Number(hits), seconds: Number(seconds) }
const attempts = Array.from({ length: Number(times) }, () => countHit(limit, 'marta'))
const answers = await Promise.all(attempts)
console.log(answers.filter(({ allowed }) => allowed).length)
await db.$disconnect()
