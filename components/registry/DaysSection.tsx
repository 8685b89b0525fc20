import { spansText } from '@/components/centres/words'
import { ActionForm } from '@/components/ui/ActionForm'
import { Field, HiddenField } from '@/components/ui/Field'
import { FieldPair } from '@/components/ui/FieldPair'
import { Section } from '@/components/ui/Section'
import { SubmitButton } from '@/components/ui/SubmitButton'
import type { DatedException } from '@/lib/centres/rules'
import { dateName, type Here } from '@/lib/i18n/moments'
import { cityDay } from '@/lib/places/city-time'
import { addDay, removeDay } from '@/lib/registry/actions'

/** The days ahead on which a centre differs from its week, each to be removed, and a new one. */
export function DaysSection({
  here,
  id,
  door,
  days,
}: {
  here: Here
  id: string
  /** Where one came from and goes back to. */
  door: 'my' | 'staff'
  days: DatedException[]
}) {
  const { locale, now, t, zone } = here
  const hidden = { locale, id, door }
  return (
    <Section title={t('registry.days.title')} id="days">
      <p className="small">{t('registry.days.intro')}</p>
      {days.length === 0 ? <p>{t('registry.days.none')}</p> : null}
      <ul className="stack">
        {days.map(({ day, hours }) => (
          <li key={day} className="card">
            <p>
              <b>{dateName(locale, day, true)}</b>:{' '}
              {hours ? spansText(here, [hours]) : t('registry.days.closed')}
            </p>
            <ActionForm action={removeDay} summaryTitle={t('form.toFix')} prefix={`d${day}`}>
              <Hidden values={{ ...hidden, day }} />
              <SubmitButton look="quiet">
                {t('registry.days.remove', { date: dateName(locale, day) })}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      <ActionForm action={addDay} summaryTitle={t('form.toFix')} prefix="day">
        <Hidden values={hidden} />
        <Field
          name="day"
          type="date"
          label={t('registry.days.day')}
          hint={t('registry.days.hint')}
          min={cityDay(now, zone)}
        />
        <FieldPair>
          <Field name="opens" type="time" label={t('registry.days.opens')} />
          <Field name="closes" type="time" label={t('registry.days.closes')} />
        </FieldPair>
        <SubmitButton look="quiet">{t('registry.days.add')}</SubmitButton>
      </ActionForm>
    </Section>
  )
}

function Hidden({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) => (
    <HiddenField key={name} name={name} defaultValue={value} />
  ))
}
