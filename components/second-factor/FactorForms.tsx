import { ActionForm } from '@/components/ui/ActionForm'
import { Field, HiddenField } from '@/components/ui/Field'
import { Lines } from '@/components/ui/Lines'
import { Section } from '@/components/ui/Section'
import type { Here } from '@/lib/i18n/moments'
import { proveFactor, resetFactor, setFactor } from '@/lib/second-factor/actions'

/** Asks for the code of the app, or one of the codes for a lost phone. */
export function ProveForm({ here: { locale, t }, next }: { here: Here; next: string }) {
  return (
    <ActionForm
      action={proveFactor}
      summaryTitle={t('form.toFix')}
      submit={t('secondFactor.prove')}
    >
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name="next" defaultValue={next} />
      <Field
        name="code"
        label={t('secondFactor.code')}
        hint={t('secondFactor.codeHint')}
        autoComplete="one-time-code"
      />
    </ActionForm>
  )
}

/** The secret for the app and the first code that shows it arrived. */
export function SetForm({
  here: { locale, t },
  secret,
  sealed,
  uri,
}: {
  here: Here
  /** In base32. */
  secret: string
  /** The same, as it travels with the form. */
  sealed: string
  uri: string
}) {
  return (
    <ActionForm
      action={setFactor}
      summaryTitle={t('form.toFix')}
      submit={t('secondFactor.set')}
      once
    >
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name="secret" defaultValue={sealed} />
      <p>{t('secondFactor.how')}</p>
      <Lines
        lines={[
          {
            term: t('secondFactor.secret'),
            detail: <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>,
          },
          {
            term: t('secondFactor.onThisPhone'),
            detail: <a href={uri}>{t('secondFactor.open')}</a>,
          },
        ]}
      />
      <Field
        name="code"
        type="number"
        label={t('secondFactor.first')}
        autoComplete="one-time-code"
      />
    </ActionForm>
  )
}

/** Takes the second factor from a person who lost their phone. */
export function ResetFactorForm({
  here: { locale, t },
  accountId,
}: {
  here: Here
  accountId: string
}) {
  return (
    <Section title={t('secondFactor.reset')}>
      <ActionForm
        action={resetFactor}
        summaryTitle={t('form.toFix')}
        submit={t('secondFactor.reset')}
        prefix="f2"
      >
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="accountId" defaultValue={accountId} />
        <p>{t('secondFactor.resetHint')}</p>
      </ActionForm>
    </Section>
  )
}
