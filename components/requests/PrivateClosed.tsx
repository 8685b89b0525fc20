import { NewcomerFrame } from '@/components/layout/frames'
import { ActionForm } from '@/components/ui/ActionForm'
import { Field, HiddenField } from '@/components/ui/Field'
import { PageHead } from '@/components/ui/Section'
import type { Here } from '@/lib/i18n/moments'
import { enterPageCode } from '@/lib/requests/actions'

/**
 * Whoever has no page open sees this, with an unknown, a wrong or an erased link too; static, so
 * that not even a clock tells them apart.
 */
export function PrivateClosed({ here: { locale, t } }: { here: Here }) {
  return (
    <NewcomerFrame locale={locale} path="/request" isStatic>
      <PageHead title={t('requests.closed.title')}>
        <p>{t('requests.closed.text')}</p>
      </PageHead>
      <ActionForm
        action={enterPageCode}
        summaryTitle={t('form.toFix')}
        submit={t('requests.closed.enter')}
      >
        <HiddenField name="locale" defaultValue={locale} />
        <Field
          name="code"
          type="number"
          label={t('requests.closed.code')}
          hint={t('requests.closed.codeHint')}
          autoComplete="off"
        />
      </ActionForm>
    </NewcomerFrame>
  )
}
