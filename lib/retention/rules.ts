import { CODE_SECONDS } from '@/lib/auth/email-provider'
import { PERSON_LIMITS } from '@/lib/auth/limits'
import { SESSION_SECONDS } from '@/lib/auth/options'
import { REPORT_DAYS } from '@/lib/reports/rules'
import { PAGE_CODE, REQUEST_DAYS } from '@/lib/requests/rules'
import { EMPTY_SEARCH_DAYS, WORD_DAYS } from '@/lib/search/schema'
import { VISIT_DAYS, WAIT_HOURS } from '@/lib/visits/rules'

const DAY_SECONDS = 86_400
/** Days after the end of a listing at which its sealed part is erased. */
export const PRIVATE_DAYS = 30
/** Days after a proposed change was decided at which its text is erased. */
export const PROPOSAL_DAYS = 30
/** Days after the end of a listing at which everything worded in it, and about it, is erased. */
export const WORDS_DAYS = 180
/** Days after the end of an announcement at which it is erased. */
export const ANNOUNCEMENT_DAYS = 30
/** Days after which what was prepared of centres is erased, published or not. */
export const IMPORT_DAYS = 30
/** Days for which a centre is hidden for want of confirmation before it counts as taken back. */
export const FORGOTTEN_DAYS = 30

/** Days for which the log of what staff change is kept; younger entries cannot be deleted at all. */
export const STAFF_LOG_DAYS = 731

interface Term {
  /** Its sentence on the privacy page: `privacy.kept.…`. */
  key: string
  /** The limit, for that sentence; without one it is kept until a person asks. */
  values: { days?: number; hours?: number; minutes?: number }
  /** What deletes it: the name of a function. */
  by: string
  /** Its own test with a moved clock, where words.db.test.ts cannot move it. */
  test?: string
}

/**
 * What is kept of whom and for how long: the one table, shown on the privacy page and held by
 * words.db.test.ts with a moved clock. lib/manifest says of every column which of these it is.
 */
export const KEPT = [
  { key: 'nothing', values: {}, by: '' },
  { key: 'account', values: {}, by: 'erasePerson' },
  { key: 'session', values: { days: SESSION_SECONDS / DAY_SECONDS }, by: 'forgetExpired' },
  { key: 'code', values: { minutes: CODE_SECONDS / 60 }, by: 'forgetExpired' },
  { key: 'requests', values: { days: REQUEST_DAYS }, by: 'eraseOldRequests' },
  { key: 'pageCode', values: { minutes: PAGE_CODE.minutes }, by: 'forgetExpired' },
  {
    key: 'limits',
    values: { hours: PERSON_LIMITS.signInFailure.seconds / 3_600 },
    by: 'forgetExpired',
  },
  { key: 'reports', values: { days: REPORT_DAYS }, by: 'eraseOldReports' },
  { key: 'visits', values: { days: VISIT_DAYS }, by: 'eraseOldReports' },
  { key: 'waits', values: { hours: WAIT_HOURS }, by: 'eraseOldReports' },
  { key: 'listing', values: { days: WORDS_DAYS }, by: 'eraseWords' },
  { key: 'sealed', values: { days: PRIVATE_DAYS }, by: 'erasePrivateParts' },
  { key: 'changes', values: { days: PROPOSAL_DAYS }, by: 'eraseProposals' },
  { key: 'announcements', values: { days: ANNOUNCEMENT_DAYS }, by: 'forgetExpired' },
  { key: 'decisions', values: { days: WORDS_DAYS }, by: 'eraseWords' },
  { key: 'notes', values: { days: WORDS_DAYS }, by: 'forgetExpired' },
  { key: 'imports', values: { days: IMPORT_DAYS }, by: 'forgetExpired' },
  {
    key: 'searches',
    values: { days: EMPTY_SEARCH_DAYS },
    by: 'forgetExpired',
    test: 'lib/search/commands.db.test.ts',
  },
  {
    key: 'staffLog',
    values: { days: STAFF_LOG_DAYS },
    by: 'eraseStaffLog',
    test: 'lib/retention/commands.db.test.ts',
  },
  { key: 'remains', values: {}, by: '' },
] as const satisfies readonly Term[]

/** What is of no person, and so not on the privacy page. */
export const OF_NOBODY = {
  salt: {
    long: 'until the end of its day (UTC)',
    by: 'forgetExpired',
    test: 'lib/visitors/visitors.db.test.ts',
  },
  figures: {
    long: 'until the end of the next day',
    by: 'forgetExpired',
    test: 'lib/figures/queries.db.test.ts',
  },
  dictionary: {
    long: `${WORD_DAYS} days after no listing says the word any more`,
    by: 'forgetWords',
    test: 'lib/search/commands.db.test.ts',
  },
  findable: {
    long: 'as long as the listing can be found: until it is over, or no longer public',
    by: 'forgetTerms',
    test: 'lib/search/commands.db.test.ts',
  },
  claim: {
    long: 'ten minutes count, then somebody else may take it',
    by: 'claim',
    test: 'lib/desk/commands.db.test.ts',
  },
  held: {
    long: 'half a minute, then it is a decision',
    by: 'carryOutDue',
    test: 'lib/desk/commands.db.test.ts',
  },
  facts: {
    long: 'as long as the site; a statement of the guide until staff go back to the version',
    by: 'dropStatement',
    test: 'lib/guide/commands.db.test.ts',
  },
  ours: { long: 'comes with the code, until another version of it', by: 'seed', test: undefined },
} as const

/** How long something is kept: the key of an entry in one of the two. */
export type Kept = (typeof KEPT)[number]['key'] | keyof typeof OF_NOBODY
