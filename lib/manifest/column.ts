import type { Kept } from '@/lib/retention/rules'

/** Who may get to know what stands in a column. */
export const CLASSES = {
  public: 'everyone may read it while its listing, announcement or author’s name is shown',
  concerned: 'those it is between, a volunteer and a newcomer or a moderator, and the staff',
  staff: 'moderators and admins',
  sealed: 'encrypted with a key outside the database; opened only for those it is meant for',
  hash: 'a fingerprint, made with a key or of a random value: it finds a row and tells nothing',
  technical: 'what the software goes by: keys, versions, moments, codes',
  counter: 'a number; of whom it counts is not known',
  ours: 'comes with the code or is written by the staff for everyone, and is of nobody',
} as const

export type DataClass = keyof typeof CLASSES

/** Its class, why it is there, and how long where that is not as long as its row. */
export type Column = readonly [of: DataClass, why: string, kept?: Kept]

/** What a table is for, how long a row of it is kept, and every column. */
export interface Table {
  what: string
  kept: Kept
  columns: Record<string, Column>
}
