import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LEARNED_FROM, readCorpus } from '@/lib/risk/corpus'
import { learn } from '@/lib/risk/learning'

/**
 * Learns the weights of `lib/risk/impression.ts` anew, after a change of the corpora or of the ideas:
 *
 *     node --import tsx scripts/learn-risk.ts
 */
const weights = learn(LEARNED_FROM.flatMap(readCorpus))
const file = join(import.meta.dirname, '../lib/risk/weights.json')
writeFileSync(file, `${JSON.stringify(weights, null, 2)}\n`)
process.stdout.write(`${Object.keys(weights.traits).length} traits\n`)
