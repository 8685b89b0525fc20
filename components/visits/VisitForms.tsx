import { ActionForm } from '@/components/ui/ActionForm'
import { HiddenField } from '@/components/ui/Field'
import { Section } from '@/components/ui/Section'
import { SubmitButton } from '@/components/ui/SubmitButton'
import { waitChoices } from '@/components/visits/words'
import type { Here } from '@/lib/i18n/moments'
import { sayHowLong, sayItWasTrue } from '@/lib/visits/actions'

interface Props {
  listingId: string
  here: Here
}

/** «It was true»: one button. */
export function TrueForm({ listingId, here: { t, locale } }: Props) {
  return (
    <ActionForm action={sayItWasTrue} summaryTitle={t('form.toFix')} prefix="true">
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name="listingId" defaultValue={listingId} />
      <SubmitButton wide icon="check">
        {t('visits.allTrue')}
      </SubmitButton>
    </ActionForm>
  )
}

/** How long one waited at a centre: a button for each answer. */
export function WaitForm({ listingId, here }: Props) {
  const { t, locale } = here
  return (
    <Section title={t('visits.howLong')} id="wait">
      <ActionForm action={sayHowLong} summaryTitle={t('form.toFix')} prefix="wait">
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="listingId" defaultValue={listingId} />
        <div className="deeds">
          {waitChoices(here).map(({ value, label }) => (
            <SubmitButton key={value} name="minutes" value={value} look="quiet">
              {label}
            </SubmitButton>
          ))}
        </div>
      </ActionForm>
    </Section>
  )
}
