import { PlanFields } from '@/components/plans/PlanFields'
import { Button } from '@/components/ui/Button'
import { Chips, FilterDetails } from '@/components/ui/Chips'
import { Note } from '@/components/ui/Note'
import type { Here } from '@/lib/i18n/moments'
import type { PlaceFacts } from '@/lib/places/queries'
import type { AskedPlan, PlanField } from '@/lib/plans/schema'

/** The form of a plan. Its answer has an address of its own: nothing is sent to be kept. */
export function PlanForm({
  here,
  places,
  asked,
  errors,
}: {
  here: Here
  places: PlaceFacts[]
  asked: AskedPlan
  /** What is to be fixed, by field, in the order of the form. */
  errors: Partial<Record<PlanField, string>>
}) {
  const { t, locale } = here
  const wrong = Object.entries(errors)
  return (
    <form action={`/${locale}/plan`} className="form">
      {wrong.length > 0 ? (
        <Note tone="error" title={`${t('form.toFix')}: ${wrong.length}`}>
          <ul>
            {wrong.map(([field, sentence]) => (
              <li key={field}>
                <a href={`#${field}`}>{sentence}</a>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      <PlanFields here={here} places={places} asked={asked} errors={errors} />
      <Button wide>{t('home.plan.make')}</Button>
    </form>
  )
}

/** Below a plan: what its link tells, and the same form folded away for another hour or one more. */
export function PlanChange({
  here,
  places,
  asked,
}: {
  here: Here
  places: PlaceFacts[]
  asked: AskedPlan
}) {
  const { t, locale } = here
  return (
    <>
      <p className="small">{t('plan.link')}</p>
      <Chips>
        <FilterDetails
          label={t('plan.change')}
          action={`/${locale}/plan`}
          submit={t('home.plan.make')}
          reset={{ href: `/${locale}/plan`, label: t('plan.restart') }}
        >
          <PlanFields here={here} places={places} asked={asked} errors={{}} />
        </FilterDetails>
      </Chips>
    </>
  )
}
