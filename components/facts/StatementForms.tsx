import { CheckedField, SourceField, TextFields } from '@/components/facts/FactFields'
import { topicText } from '@/components/guide/words'
import { ActionForm } from '@/components/ui/ActionForm'
import { ChoiceField } from '@/components/ui/ChoiceField'
import { Field, HiddenField } from '@/components/ui/Field'
import { SubmitButton } from '@/components/ui/SubmitButton'
import type { FormAction } from '@/lib/action'
import { drop, reread, write } from '@/lib/guide/actions'
import type { Words } from '@/lib/guide/kept'
import type { GuideEntry } from '@/lib/guide/queries'
import { SURENESS } from '@/lib/guide/schema'
import { groundOf } from '@/lib/guide/statements'
import type { Here } from '@/lib/i18n/moments'
import { translator } from '@/lib/i18n/translator'

/** What the version ships, in each language: plain spaces, as people type them. */
export function shippedWords({ topic, name }: Pick<GuideEntry, 'topic' | 'name'>): Words {
  const inLanguage = (locale: 'ru' | 'kk' | 'en') =>
    topicText({ t: translator(locale) }, topic, name).replaceAll('\u00a0', ' ')
  return { ru: inLanguage('ru'), kk: inLanguage('kk'), en: inLanguage('en') }
}

/** A statement in other words, with where they were read. */
export function StatementForm({ here, entry }: { here: Here; entry: GuideEntry }) {
  const { t } = here
  const { known, source, shipped } = entry
  // The words of a question are no answer to begin with.
  const none = { ru: '', kk: '', en: '' }
  return (
    <ActionForm action={write} summaryTitle={t('form.toFix')} submit={t('facts.save')}>
      <EntryFields here={here} entry={entry} />
      <TextFields
        here={here}
        texts={known?.words ?? (shipped ? shippedWords(entry) : none)}
        hint={t('facts.statementHint')}
      />
      <SourceField here={here} source={source?.url ?? ''} />
      <Field
        name="sourceName"
        label={t('facts.sourceName')}
        hint={t('facts.sourceNameHint')}
        optional={t('form.optional')}
        autoComplete="off"
        defaultValue={source?.name ?? ''}
      />
      <CheckedField here={here} />
      <ChoiceField
        name="sure"
        kind="radio"
        label={t('facts.sureLabel')}
        choices={SURENESS.map((value) => ({
          value,
          label: t(`facts.sure.${value}`),
          hint: value === 'C' ? t('facts.sureHint') : undefined,
        }))}
        // Several sources were sure together: with one alone staff say anew how sure it is.
        defaultValue={known && groundOf(known) !== 'several' ? [known.sure] : []}
      />
    </ActionForm>
  )
}

/** That what is shown was read again today and still holds. */
export function RereadForm({ here, entry }: { here: Here; entry: GuideEntry }) {
  return (
    <OneButton
      here={here}
      entry={entry}
      action={reread}
      prefix="reread"
      label={here.t('facts.reread')}
    />
  )
}

/** Back to what the version says. */
export function DropForm({ here, entry }: { here: Here; entry: GuideEntry }) {
  return (
    <OneButton here={here} entry={entry} action={drop} prefix="drop" label={here.t('facts.drop')} />
  )
}

function OneButton({
  here,
  entry,
  action,
  prefix,
  label,
}: {
  here: Here
  entry: GuideEntry
  action: FormAction
  prefix: string
  label: string
}) {
  return (
    <ActionForm action={action} summaryTitle={here.t('form.toFix')} prefix={prefix}>
      <EntryFields here={here} entry={entry} />
      <SubmitButton look="quiet">{label}</SubmitButton>
    </ActionForm>
  )
}

function EntryFields({
  here,
  entry: { topic, name, row, version },
}: {
  here: Here
  entry: Pick<GuideEntry, 'topic' | 'name' | 'row' | 'version'>
}) {
  return (
    <>
      <HiddenField name="locale" defaultValue={here.locale} />
      <HiddenField name="topic" defaultValue={topic} />
      <HiddenField name="name" defaultValue={name} />
      <HiddenField name="row" defaultValue={row} />
      <HiddenField name="version" defaultValue={String(version)} />
    </>
  )
}
