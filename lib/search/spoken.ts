import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { forgiven, neighbours } from '@/lib/search/distance'
import { type LookUp, type Understood, understand } from '@/lib/search/query'
import type { SpokenWord } from '@/lib/search/terms'

/** Words that are read for each beginning. */
const CANDIDATES = 30

/**
 * Reads what the address of a list or of the search asks in words, with the help of what listings
 * say: at most one statement.
 */
export async function readQuery({ q, literal }: Asked): Promise<Understood | null> {
  return q ? understand(q, lookUp, literal === '1') : null
}

interface Asked {
  q?: string | undefined
  literal?: '1' | undefined
}

const lookUp: LookUp = async (words) => {
  const sounds = [...new Set(words.flatMap((word) => word.sounds))]
  const terms = words.flatMap(({ forms }) => forms)
  const beginnings = sounds.filter((sound) => sound.length >= 3)
  const stems = terms.filter((term) => !term.startsWith('kk:')).map((term) => term.slice(3))
  const leftOver = [...new Set([...sounds, ...stems])]
    .filter((key) => forgiven(key) > 0)
    .flatMap(neighbours)
  const parts = [
    Prisma.sql`SELECT word, sound, term FROM spoken_word WHERE term = ANY (${terms}::text[])`,
    Prisma.sql`
      SELECT word, sound, term FROM spoken_slip WHERE left_over = ANY (${leftOver}::text[])`,
    ...beginnings.map(
      (sound) => Prisma.sql`(
        SELECT word, sound, term FROM spoken_word
        WHERE sound >= ${sound} AND sound < ${`${sound}\uffff`}
        ORDER BY sound LIMIT ${CANDIDATES})`,
    ),
  ]
  return db.$queryRaw<SpokenWord[]>`${Prisma.join(parts, ' UNION ')}`
}
