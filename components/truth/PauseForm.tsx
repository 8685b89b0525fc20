import { ActionForm } from '@/components/ui/ActionForm'
import { Field, HiddenField } from '@/components/ui/Field'
import { Section } from '@/components/ui/Section'
import { SubmitButton } from '@/components/ui/SubmitButton'
import type { OwnListing } from '@/lib/accounts/queries'
import type { Here } from '@/lib/i18n/moments'
import { isPaused } from '@/lib/listings/rules'
import { addDays, cityDay } from '@/lib/places/city-time'
import { pause } from '@/lib/truth/actions'
import { answersTo, isPause } from '@/lib/truth/rules'
import { MAX_PAUSE_DAYS } from '@/lib/truth/schema'

/** A pause until a day that is none of the usual ones; none where not even the shortest fits. */
export function PauseForm({ listing, here }: { listing: OwnListing; here: Here }) {
  const { t, locale, now, zone } = here
  if (isPaused(listing, now) || !answersTo(listing, now).some(isPause)) return null
  const today = cityDay(now, zone)
  const lastDay = addDays(today, MAX_PAUSE_DAYS)
  const end = listing.expiresAt ? cityDay(listing.expiresAt, zone) : lastDay
  return (
    <Section title={t('listing.pause.title')}>
      <ActionForm action={pause} summaryTitle={t('form.toFix')} prefix="pause">
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="id" defaultValue={listing.id} />
        <Field
          name="until"
          type="date"
          label={t('listing.pause.until')}
          hint={t('listing.pause.hint')}
          min={addDays(today, 1)}
          max={[end, lastDay].sort()[0]}
        />
        <SubmitButton look="quiet" wide>
          {t('listing.pause.send')}
        </SubmitButton>
      </ActionForm>
    </Section>
  )
}
