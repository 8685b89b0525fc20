import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { VolunteerFrame } from '@/components/layout/frames'
import { ActionForm } from '@/components/ui/ActionForm'
import { LinkButton } from '@/components/ui/Button'
import { HiddenField } from '@/components/ui/Field'
import { PageHead } from '@/components/ui/Section'
import { requireActor } from '@/lib/auth/session'
import { answer, erase } from '@/lib/hosting/actions'
import { getHostRequest } from '@/lib/hosting/queries'
import { localeOf, orNotFound } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string; id: string; deed: string }>
}

/** What cannot be undone is asked once more, on a page of its own. */
const DEEDS = { decline: answer, erase } as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('hosting.one')} — Qadam` }
}

export default async function ConfirmPage({ params }: Props) {
  const { locale: segment, id, deed: word } = await params
  const locale = localeOf(segment)
  const t = translator(locale)
  if (word !== 'decline' && word !== 'erase') notFound()
  const path = `/my/requests/${id}`
  const actor = await requireActor(locale, `/${locale}${path}`)
  await orNotFound(getHostRequest(actor, id, locale, new Date()))
  return (
    <VolunteerFrame locale={locale} path={`${path}/${word}`} actor={actor} section="requests">
      <PageHead title={t(`hosting.${word}.title`)}>
        <p>{t(`hosting.${word}.hint`)}</p>
      </PageHead>
      <ActionForm
        action={DEEDS[word]}
        summaryTitle={t('form.toFix')}
        submit={t(`hosting.${word}.now`)}
      >
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="requestId" defaultValue={id} />
        {word === 'decline' ? <HiddenField name="answer" defaultValue="decline" /> : null}
      </ActionForm>
      <LinkButton look="quiet" wide href={`/${locale}${path}`}>
        {t('hosting.keep')}
      </LinkButton>
    </VolunteerFrame>
  )
}
