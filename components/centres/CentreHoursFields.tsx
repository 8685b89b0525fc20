import { spansText, weekdayLabel } from '@/components/centres/words'
import { ChoiceField } from '@/components/ui/ChoiceField'
import { Field } from '@/components/ui/Field'
import { FieldPair } from '@/components/ui/FieldPair'
import { VisuallyHidden } from '@/components/ui/VisuallyHidden'
import { spansOfWeekday } from '@/lib/centres/rules'
import { type CentreInput, WEEKDAYS } from '@/lib/centres/schema'
import type { Here } from '@/lib/i18n/moments'
import { minutesClock } from '@/lib/places/city-time'

/** Two clock times for each day of the week, and whether public holidays are days off. */
export function CentreHoursFields({ here, values }: { here: Here; values?: Partial<CentreInput> }) {
  const { t, locale } = here
  return (
    <>
      <h2>{t('centres.hoursTitle')}</h2>
      <p className="hint">{t('centres.form.hoursHint')}</p>
      {WEEKDAYS.map((weekday) => {
        const day = weekdayLabel(locale, weekday)
        const [span, ...later] = spansOfWeekday(values?.hours ?? [], weekday)
        return (
          <FieldPair key={weekday}>
            <Field
              name={`opens${weekday}`}
              type="time"
              label={t('centres.form.opens', { day })}
              hint={
                later.length > 0
                  ? t('registry.form.alsoOpen', { hours: spansText(here, later) })
                  : undefined
              }
              defaultValue={span && fieldClock(span.opens)}
            />
            <Field
              name={`closes${weekday}`}
              type="time"
              label={
                <>
                  <VisuallyHidden>{day}, </VisuallyHidden>
                  {t('centres.form.closes')}
                </>
              }
              defaultValue={span && fieldClock(span.closes)}
            />
          </FieldPair>
        )
      })}
      <ChoiceField
        name="closedHolidays"
        kind="checkbox"
        label={t('centres.form.holidays')}
        choices={[{ value: 'on', label: t('centres.form.closedHolidays') }]}
        defaultValue={(values?.closedHolidays ?? true) ? ['on'] : []}
      />
    </>
  )
}

// A time field knows no 24:00.
function fieldClock(minutes: number): string {
  return minutesClock(minutes % 1440)
}
