import { redirect } from 'next/navigation'
import { NewcomerFrame } from '@/components/layout/frames'
import { ActionForm } from '@/components/ui/ActionForm'
import { LinkButton } from '@/components/ui/Button'
import { HiddenField } from '@/components/ui/Field'
import { PageHead } from '@/components/ui/Section'
import { localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { erase } from '@/lib/requests/actions'
import { askerFromCookie } from '@/lib/requests/session'

interface Props {
  params: Promise<{ locale: string }>
}

export default async function ErasePage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  if (!(await askerFromCookie())) redirect(`/${locale}/request`)
  return (
    <NewcomerFrame locale={locale} path="/request/erase">
      <PageHead title={t('requests.erase.title')}>
        <p>{t('requests.erase.text')}</p>
        <p>{t('requests.erase.places')}</p>
      </PageHead>
      <ActionForm action={erase} summaryTitle={t('form.toFix')} submit={t('requests.erase.now')}>
        <HiddenField name="locale" defaultValue={locale} />
      </ActionForm>
      <LinkButton look="quiet" wide href={`/${locale}/request`}>
        {t('requests.cancel.keep')}
      </LinkButton>
    </NewcomerFrame>
  )
}
