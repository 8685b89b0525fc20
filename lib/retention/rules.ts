import { CODE_SECONDS } from '@/lib/auth/email-provider'
import { SESSION_SECONDS } from '@/lib/auth/options'
import { SIGN_IN_FAILURES } from '@/lib/auth/rate-limit'
import { PAGE_CODE, REQUEST_DAYS } from '@/lib/requests/rules'

const DAY_SECONDS = 86_400
/** Days after the end of a listing at which its sealed part is erased. */
export const PRIVATE_DAYS = 30

/** What is kept of whom and for how long, as the privacy page says it (`privacy.kept.…`). */
export const KEPT = [
  { key: 'nothing', values: {} },
  { key: 'account', values: {} },
  { key: 'session', values: { days: SESSION_SECONDS / DAY_SECONDS } },
  { key: 'code', values: { minutes: CODE_SECONDS / 60 } },
  { key: 'requests', values: { days: REQUEST_DAYS } },
  { key: 'pageCode', values: { minutes: PAGE_CODE.minutes } },
  { key: 'limits', values: { hours: SIGN_IN_FAILURES.seconds / 3_600 } },
  { key: 'listing', values: {} },
  { key: 'sealed', values: { days: PRIVATE_DAYS } },
  { key: 'decisions', values: {} },
] as const
