import { redirect } from 'next/navigation'
import { NewcomerFrame } from '@/components/layout/frames'
import { ActionForm } from '@/components/ui/ActionForm'
import { HiddenField } from '@/components/ui/Field'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { Steps } from '@/components/ui/Steps'
import { env } from '@/lib/env'
import { localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { showPageCode } from '@/lib/requests/actions'
import { askerFromCookie } from '@/lib/requests/links'

interface Props {
  params: Promise<{ locale: string }>
}

export default async function PageCodePage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  if (!(await askerFromCookie())) redirect(`/${locale}/request`)
  return (
    <NewcomerFrame locale={locale} path="/request/code">
      <BackLink href={`/${locale}/request`}>{t('requests.page.back')}</BackLink>
      <PageHead title={t('requests.page.otherPhone')} />
      <Steps
        steps={[
          {
            key: 'open',
            text: t('requests.code.open', { address: `${env.publicUrl}/${locale}/request` }),
          },
          { key: 'enter', text: t('requests.code.enter') },
        ]}
      />
      <ActionForm
        action={showPageCode}
        summaryTitle={t('form.toFix')}
        submit={t('requests.code.show')}
      >
        <HiddenField name="locale" defaultValue={locale} />
      </ActionForm>
    </NewcomerFrame>
  )
}
