import { notFound, redirect } from 'next/navigation'
import { NewcomerFrame } from '@/components/layout/frames'
import { ListingName } from '@/components/requests/PrivateRequest'
import { whenText } from '@/components/requests/words'
import { ActionForm } from '@/components/ui/ActionForm'
import { LinkButton } from '@/components/ui/Button'
import { HiddenField } from '@/components/ui/Field'
import { PageHead } from '@/components/ui/Section'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { cancel } from '@/lib/requests/actions'
import { listAskerRequests } from '@/lib/requests/queries'
import { askerFromCookie } from '@/lib/requests/session'

interface Props {
  params: Promise<{ locale: string; id: string }>
}

export default async function CancelPage({ params }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const { locale, now, t } = here
  const asker = await askerFromCookie()
  if (!asker) redirect(`/${locale}/request`)
  const requests = await listAskerRequests(asker, locale, now)
  const request = requests.find((own) => own.id === id) ?? notFound()
  return (
    <NewcomerFrame locale={locale} path={`/request/cancel/${id}`}>
      <PageHead title={t('requests.cancel.title')}>
        <p>
          <b>
            <ListingName listing={request.listing} here={here} />
          </b>
          , {whenText(here, request)}
        </p>
        <p>{t('requests.cancel.text')}</p>
      </PageHead>
      <ActionForm action={cancel} summaryTitle={t('form.toFix')} submit={t('requests.page.cancel')}>
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="requestId" defaultValue={id} />
      </ActionForm>
      <LinkButton look="quiet" wide href={`/${locale}/request`}>
        {t('requests.cancel.keep')}
      </LinkButton>
    </NewcomerFrame>
  )
}
