import { ActionForm } from '@/components/ui/ActionForm'
import { HiddenField } from '@/components/ui/Field'
import { ago, type Here } from '@/lib/i18n/moments'
import { retry } from '@/lib/notifications/actions'
import type { FailedJob } from '@/lib/notifications/queries'

/** What failed for good: when, how often, why, and for those who may the button to try again. */
export function FailedJobs({
  here,
  jobs,
  mayRetry,
}: {
  here: Here
  jobs: FailedJob[]
  mayRetry: boolean
}) {
  const { t, locale } = here
  return (
    <ul className="list">
      {jobs.map(({ id, name, failedAt, attempts, cause }, index) => (
        <li className="card" key={id}>
          <h3 className="name">{t(`jobs.name.${name}`)}</h3>
          <p>
            {ago(here, failedAt).text}, {t('jobs.attempts', { n: attempts })}
          </p>
          <p className="meta">{cause || t('jobs.noCause')}</p>
          {mayRetry ? (
            <ActionForm
              action={retry}
              summaryTitle={t('form.toFix')}
              submit={t('jobs.retry')}
              prefix={`j${index}`}
            >
              <HiddenField name="locale" defaultValue={locale} />
              <HiddenField name="name" defaultValue={name} />
              <HiddenField name="id" defaultValue={id} />
            </ActionForm>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
