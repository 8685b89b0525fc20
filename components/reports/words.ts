import { capital } from '@/components/listings/words'
import { problemText } from '@/components/visits/words'
import type { ListingKind, ReportReason } from '@/lib/generated/prisma/enums'
import type { Here } from '@/lib/i18n/moments'
import { isProblem } from '@/lib/visits/schema'

/** `Закрыто`, `Опасно`. */
export function reasonText(here: Here, kind: ListingKind, reason: ReportReason): string {
  return isProblem(reason)
    ? capital(problemText(here, kind, reason))
    : here.t(`reports.reason.${reason}`)
}
