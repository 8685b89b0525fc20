import { capital, sentence } from '@/components/listings/words'
import type { CentreCardView } from '@/lib/centres/queries'
import type { FieldIssue } from '@/lib/errors'
import { clock, dateName, type Here, weekdayName } from '@/lib/i18n/moments'
import type { MessageKey } from '@/lib/i18n/translator'
import { cityDay } from '@/lib/places/city-time'
import type { PlanField, PlanInput } from '@/lib/plans/schema'

/** `28 ноября, суббота`: a day that still says what it is when the page was printed. */
export function dayText({ locale }: Here, day: string): string {
  return `${dateName(locale, day)}, ${weekdayName(locale, day)}`
}

/** `2 взрослых, 1 ребёнок`. */
export function partyText(
  { t }: Here,
  { adults, children, pets }: Pick<PlanInput, 'adults' | 'children' | 'pets'>,
): string {
  return sentence([
    t('plan.adultsCount', { n: adults }),
    children > 0 && t('plan.childrenCount', { n: children }),
    pets > 0 && t('plan.petsCount', { n: pets }),
  ])
}

/** Whether a centre is open at the arrival and until when, or when it opens after it. */
export function openingText(here: Here, { opening }: Pick<CentreCardView, 'opening'>): string {
  const { t } = here
  if (opening.open === null) return t('centres.hoursUnknown')
  if (opening.open) {
    return opening.closesAt
      ? t('plan.centreOpen', { clock: clock(here, opening.closesAt) })
      : capital(t('centres.aroundTheClock'))
  }
  if (!opening.opensAt) return capital(t('centres.opensUnknown'))
  const day = dayText(here, cityDay(opening.opensAt, here.zone))
  return t('plan.centreOpens', { day, clock: clock(here, opening.opensAt) })
}

/** What is to be fixed, by field, in the order of the form. */
export function planErrors(
  { t }: Here,
  issues: readonly FieldIssue[],
): Partial<Record<PlanField, string>> {
  return Object.fromEntries(
    issues.map(({ field, code, values }) => [
      field,
      t(`errors.field.${code}` as Extract<MessageKey, 'errors.field.required'>, values ?? {}),
    ]),
  )
}
