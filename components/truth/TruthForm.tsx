import { momentText } from '@/components/requests/words'
import { ActionForm } from '@/components/ui/ActionForm'
import { HiddenField } from '@/components/ui/Field'
import { SubmitButton } from '@/components/ui/SubmitButton'
import type { OwnListing } from '@/lib/accounts/queries'
import type { Here } from '@/lib/i18n/moments'
import { isPaused } from '@/lib/listings/rules'
import { answerTruth } from '@/lib/truth/actions'
import { answersTo, isPause, pauseEnd } from '@/lib/truth/rules'

/** «Верно», «Мест нет», «Пауза до…»: plain buttons of one form, they work without a script. */
export function TruthForm({ listing, here }: { listing: OwnListing; here: Here }) {
  const { t, locale, now } = here
  const answers = isPaused(listing, now) ? (['open'] as const) : answersTo(listing, now)
  const pauses = answers.filter(isPause)
  return (
    <ActionForm action={answerTruth} summaryTitle={t('form.toFix')} prefix={listing.id}>
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name="id" defaultValue={listing.id} />
      <div className="deeds">
        {answers.map((answer, index) =>
          isPause(answer) ? null : (
            <SubmitButton
              key={answer}
              name="answer"
              value={answer}
              look={index === 0 ? 'primary' : 'quiet'}
            >
              {t(`listing.answer.${answer}`)}
            </SubmitButton>
          ),
        )}
        {pauses.length > 0 ? (
          <details>
            <summary className="btn quiet">{t('listing.answer.pauseUntil')}</summary>
            <div className="deeds">
              {pauses.map((pause) => (
                <SubmitButton key={pause} name="answer" value={pause} look="quiet">
                  {momentText(here, pauseEnd(pause, now))}
                </SubmitButton>
              ))}
            </div>
          </details>
        ) : null}
      </div>
    </ActionForm>
  )
}
