import { ActionForm } from '@/components/ui/ActionForm'
import { Field, HiddenField } from '@/components/ui/Field'
import { Note } from '@/components/ui/Note'
import { SubmitButton } from '@/components/ui/SubmitButton'
import type { Here } from '@/lib/i18n/moments'
import { discard, publish, upload } from '@/lib/imports/actions'
import type { ImportView } from '@/lib/imports/queries'

/** A little less than the doorman lets in: a form is more than its file. */
const MIB = 1024 * 1024
const MAX_BYTES = 15 * MIB

/** A file of centres, to be checked. */
export function UploadForm({ here: { locale, t } }: { here: Here }) {
  return (
    <ActionForm
      action={upload}
      summaryTitle={t('form.toFix')}
      submit={t('imports.check')}
      files={{ maxBytes: MAX_BYTES, tooLarge: t('imports.tooLarge', { max: MAX_BYTES / MIB }) }}
    >
      <HiddenField name="locale" defaultValue={locale} />
      <Field name="file" type="file" accept=".csv,text/csv" label={t('imports.file')} />
    </ActionForm>
  )
}

/** What can be done with a batch that was checked: publish it, or say why not; throw it away. */
export function BatchDeeds({ here, batch }: { here: Here; batch: ImportView }) {
  const { locale, t } = here
  const { id, status, counts } = batch
  return (
    <>
      {status === 'checked' ? <PublishForm here={here} batch={batch} counts={counts} /> : null}
      {status === 'checked' || status === 'outdated' ? (
        <ActionForm action={discard} summaryTitle={t('form.toFix')} prefix="discard">
          <HiddenField name="locale" defaultValue={locale} />
          <HiddenField name="importId" defaultValue={id} />
          <SubmitButton look="quiet">{t('imports.discard')}</SubmitButton>
        </ActionForm>
      ) : null}
    </>
  )
}

function PublishForm({
  here: { locale, t },
  batch: { id, publishing },
  counts,
}: {
  here: Here
  batch: ImportView
  counts: ImportView['counts']
}) {
  if (counts.error + counts.duplicate > 0) return <Note tone="warn">{t('imports.fixFirst')}</Note>
  if (counts.new + counts.changed === 0) return <Note>{t('imports.nothing')}</Note>
  if (publishing === 'another') return <Note>{t('imports.another')}</Note>
  return (
    <ActionForm action={publish} summaryTitle={t('form.toFix')} submit={t('imports.publish')}>
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name="importId" defaultValue={id} />
      {publishing === 'alone' ? (
        <Field
          name="note"
          type="textarea"
          rows={2}
          label={t('imports.why')}
          hint={t('imports.alone')}
        />
      ) : null}
    </ActionForm>
  )
}
