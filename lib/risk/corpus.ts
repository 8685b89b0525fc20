import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * Texts of frauds and of honest people, by authors who had not seen the rules: `development` and
 * `held-out` by one, `wider` by another, `voices` by many more (a file each; those from `au` on had read
 * `development`), `untouched` by one, `unread` by three. Nobody has looked at the last two and at
 * `held-out`. `practice` was written to learn from, beside the ideas.
 */
const texts = z.array(
  z.object({
    label: z.enum(['fraud', 'genuine']),
    kind: z.enum(['housing', 'ride', 'centre']),
    language: z.string(),
    title: z.string(),
    text: z.string(),
    price: z.number().nullable(),
  }),
)

export type CorpusText = z.infer<typeof texts>[number]
export type CorpusName =
  | 'development'
  | 'wider'
  | 'voices'
  | 'practice'
  | 'held-out'
  | 'untouched'
  | 'unread'

/** The texts that weights are learned from. */
export const LEARNED_FROM = ['development', 'wider', 'voices', 'practice'] as const

/** The texts of one corpus; those of several authors in the order of their files. */
export function readCorpus(name: CorpusName): CorpusText[] {
  const folder = join(import.meta.dirname, 'corpus')
  const files =
    name === 'voices'
      ? readdirSync(join(folder, name)).map((file) => join(name, file))
      : [`${name}.json`]
  return files
    .sort()
    .flatMap((file) => texts.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
}
