import { redirect } from 'next/navigation'
import { NewcomerFrame } from '@/components/layout/frames'
import { ActionForm } from '@/components/ui/ActionForm'
import { HiddenField } from '@/components/ui/Field'
import { BackLink } from '@/components/ui/Links'
import { Qr } from '@/components/ui/Qr'
import { PageHead, Section } from '@/components/ui/Section'
import { Steps } from '@/components/ui/Steps'
import { env } from '@/lib/env'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { tokenForScreen } from '@/lib/private-links/queries'
import { showPageCode } from '@/lib/requests/actions'
import { PAGE_CODE } from '@/lib/requests/rules'
import { askerFromCookie } from '@/lib/requests/session'

interface Props {
  params: Promise<{ locale: string }>
}

export default async function PageCodePage({ params }: Props) {
  const { locale, now, t } = hereAt(localeOf((await params).locale))
  const asker = await askerFromCookie()
  if (!asker) redirect(`/${locale}/request`)
  const address = `${env.publicUrl}/${locale}/request`
  return (
    <NewcomerFrame locale={locale} path="/request/code">
      <BackLink href={`/${locale}/request`}>{t('requests.page.back')}</BackLink>
      <PageHead title={t('requests.page.otherPhone')} />
      <Section title={t('requests.code.scan')}>
        <p>{t('requests.code.scanText', { minutes: PAGE_CODE.minutes })}</p>
        <Qr text={`${address}/${tokenForScreen(asker, now)}`} label={t('requests.code.label')} />
      </Section>
      <Section title={t('requests.code.type')}>
        <Steps
          steps={[
            { key: 'open', text: t('requests.code.open', { address }) },
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
      </Section>
    </NewcomerFrame>
  )
}
