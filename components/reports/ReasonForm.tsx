import { reasonText } from '@/components/reports/words'
import { ActionForm } from '@/components/ui/ActionForm'
import { HiddenField } from '@/components/ui/Field'
import { Note } from '@/components/ui/Note'
import { Section } from '@/components/ui/Section'
import { SubmitButton } from '@/components/ui/SubmitButton'
import type { FormAction } from '@/lib/action'
import type { ListingKind, ReportReason } from '@/lib/generated/prisma/enums'
import type { Here } from '@/lib/i18n/moments'
import { isGrave, REPORT_DAYS } from '@/lib/reports/rules'

/** Where a report goes and what it is about. */
export interface Told {
  action: FormAction
  kind: ListingKind
  /** The hidden field that names the listing or the request. */
  about: { name: 'listingId' | 'requestId'; value: string }
}

/** What was wrong: a button for each reason. Before a grave one it says what is kept of it. */
export function ReasonForms({
  told,
  reasons,
  here,
}: {
  told: Told
  reasons: ReportReason[]
  here: Here
}) {
  const { t } = here
  const copied = { days: REPORT_DAYS }
  return (
    <>
      <Section title={t('reports.wrongTitle')} id="wrong">
        <ReasonButtons
          told={told}
          reasons={reasons.filter((reason) => !isGrave(reason))}
          prefix="wrong"
          here={here}
        />
      </Section>
      <Section title={t('reports.graveTitle')}>
        <Note>
          {told.about.name === 'listingId'
            ? t('reports.copyListing', copied)
            : t('reports.copyRequest', copied)}
        </Note>
        <ReasonButtons told={told} reasons={reasons.filter(isGrave)} prefix="grave" here={here} />
        <p className="small">{t('reports.call')}</p>
      </Section>
    </>
  )
}

function ReasonButtons({
  told: { action, kind, about },
  reasons,
  prefix,
  here,
}: {
  told: Told
  reasons: ReportReason[]
  prefix: string
  here: Here
}) {
  const { t, locale } = here
  return (
    <ActionForm action={action} summaryTitle={t('form.toFix')} prefix={prefix}>
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name={about.name} defaultValue={about.value} />
      <div className="stack">
        {reasons.map((reason) => (
          <SubmitButton key={reason} name="reason" value={reason} look="quiet" wide>
            {reasonText(here, kind, reason)}
          </SubmitButton>
        ))}
      </div>
    </ActionForm>
  )
}
