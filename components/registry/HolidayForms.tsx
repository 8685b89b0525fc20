import { ActionForm } from '@/components/ui/ActionForm'
import { Field, HiddenField } from '@/components/ui/Field'
import { SubmitButton } from '@/components/ui/SubmitButton'
import { Tag } from '@/components/ui/Tag'
import { add, remove } from '@/lib/holidays/actions'
import type { Holiday } from '@/lib/holidays/queries'
import { dateName, type Here } from '@/lib/i18n/moments'
import { cityDay } from '@/lib/places/city-time'

/** A day off that the government declared or moved. */
export function HolidayForm({ here }: { here: Here }) {
  const { locale, now, t, zone } = here
  return (
    <ActionForm
      action={add}
      summaryTitle={t('form.toFix')}
      submit={t('registry.holidays.add')}
      prefix="new"
    >
      <HiddenField name="locale" defaultValue={locale} />
      <Field name="day" type="date" label={t('registry.holidays.day')} min={cityDay(now, zone)} />
      <SourceField here={here} />
    </ActionForm>
  )
}

/** One day as it stands, its source, and what makes it the other: a working day or a day off. */
export function HolidayItem({ here, holiday }: { here: Here; holiday: Holiday }) {
  const { locale, t } = here
  const { day, source, removed } = holiday
  return (
    <li className="card">
      <p>
        <b>{dateName(locale, day, true)}</b>{' '}
        {removed ? <Tag>{t('registry.holidays.removed')}</Tag> : null}
      </p>
      <p className="small">
        <a href={source} rel="noreferrer">
          {source.replace(/^https:\/\/([^/]+).*$/, '$1')}
        </a>
      </p>
      <details>
        <summary>{t(removed ? 'registry.holidays.restore' : 'registry.holidays.remove')}</summary>
        <ActionForm action={removed ? add : remove} summaryTitle={t('form.toFix')} prefix={day}>
          <HiddenField name="locale" defaultValue={locale} />
          <HiddenField name="day" defaultValue={day} />
          <SourceField here={here} />
          <SubmitButton look="quiet">
            {t(removed ? 'registry.holidays.restore' : 'registry.holidays.remove')}
          </SubmitButton>
        </ActionForm>
      </details>
    </li>
  )
}

function SourceField({ here: { t } }: { here: Here }) {
  return (
    <Field
      name="source"
      label={t('registry.holidays.source')}
      hint={t('registry.holidays.sourceHint')}
      autoComplete="off"
    />
  )
}
