/** How often something may be done within so many seconds, counted under `name`. */
export interface Limit {
  name: string
  hits: number
  seconds: number
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What an address of e-mail or an account may do. */
export const PERSON_LIMITS = {
  /** Mails with a code to one address. */
  signInMail: { name: 'sign-in-mail', hits: 3, seconds: HOUR },
  /** Wrong codes for one address; the link of the mail opens all the same. */
  signInFailure: { name: 'sign-in-failure', hits: 10, seconds: DAY },
  /** Wrong second factors of one account. */
  secondFactorFailure: { name: 'second-factor-failure', hits: 10, seconds: DAY },
  /** New listings of one account. */
  offer: { name: 'offer', hits: 30, seconds: DAY },
  /** Files of centres that one of the staff has checked: each may take half a minute of work. */
  importing: { name: 'import', hits: 60, seconds: HOUR },
} as const satisfies Record<string, Limit>

/**
 * How often one network may do what needs no account. A shelter, a station or a mobile operator
 * puts hundreds of people behind one address: 500 of them get three tries each in an hour, and a
 * search every 50 seconds. Wrong codes are rarer, and 300 guesses an hour at nine digits with five
 * tries a code lead nowhere. Volunteers are fewer than those who ask.
 */
export const NETWORK_LIMITS = {
  /** Mails with a code, to any addresses. */
  signIn: { name: 'visitor-sign-in', hits: 300, seconds: HOUR },
  /** New private links. */
  ask: { name: 'visitor-ask', hits: 1_500, seconds: HOUR },
  /** Wrong codes of private pages. */
  code: { name: 'visitor-code', hits: 300, seconds: HOUR },
  report: { name: 'visitor-report', hits: 1_500, seconds: HOUR },
  visit: { name: 'visitor-visit', hits: 1_500, seconds: HOUR },
  /** Searches in words, answered from the database. */
  search: { name: 'visitor-search', hits: 6_000, seconds: 10 * MINUTE },
} as const satisfies Record<string, Limit>
