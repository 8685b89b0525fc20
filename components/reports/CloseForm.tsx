import { ActionForm } from '@/components/ui/ActionForm'
import { HiddenField } from '@/components/ui/Field'
import { SubmitButton } from '@/components/ui/SubmitButton'
import type { Here } from '@/lib/i18n/moments'
import { close } from '@/lib/reports/actions'
import { OUTCOMES } from '@/lib/reports/schema'

/** What a moderator found; the report leaves the queue. */
export function CloseForm({ reportId, here: { t, locale } }: { reportId: string; here: Here }) {
  return (
    <>
      <h2>{t('reports.staff.decision')}</h2>
      <p className="small">{t('reports.staff.hint')}</p>
      <ActionForm action={close} summaryTitle={t('form.toFix')}>
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="reportId" defaultValue={reportId} />
        <div className="buttons">
          {OUTCOMES.map((outcome) => (
            <SubmitButton
              key={outcome}
              name="outcome"
              value={outcome}
              look={outcome === 'dealt_with' ? 'primary' : 'quiet'}
              wide
            >
              {t(`reports.staff.outcome.${outcome}`)}
            </SubmitButton>
          ))}
        </div>
      </ActionForm>
    </>
  )
}
