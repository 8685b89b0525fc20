import { notFound, redirect } from 'next/navigation'
import { NewcomerFrame } from '@/components/layout/frames'
import { PrivateMessages } from '@/components/requests/PrivateMessages'
import { ActionForm } from '@/components/ui/ActionForm'
import { Field, HiddenField } from '@/components/ui/Field'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { write } from '@/lib/requests/actions'
import { listAskerRequests } from '@/lib/requests/queries'
import { askerFromCookie } from '@/lib/requests/session'

interface Props {
  params: Promise<{ locale: string; id: string }>
}

/** A page of its own, because the one with the requests refreshes itself and would lose the text. */
export default async function WritePage({ params }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const { locale, now, t } = here
  const asker = await askerFromCookie()
  if (!asker) redirect(`/${locale}/request`)
  const requests = await listAskerRequests(asker, locale, now)
  const request = requests.find((own) => own.id === id) ?? notFound()
  const { author } = request.listing
  return (
    <NewcomerFrame locale={locale} path={`/request/write/${id}`}>
      <BackLink href={`/${locale}/request`}>{t('requests.page.back')}</BackLink>
      <PageHead title={t('requests.write.title')} />
      <ActionForm action={write} summaryTitle={t('form.toFix')} submit={t('requests.write.send')}>
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="requestId" defaultValue={id} />
        <Field
          name="text"
          type="textarea"
          label={t('requests.write.text')}
          hint={t('requests.write.textHint', { author })}
        />
      </ActionForm>
      <PrivateMessages request={request} here={here} />
    </NewcomerFrame>
  )
}
