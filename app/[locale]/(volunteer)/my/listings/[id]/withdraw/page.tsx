import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { ActionForm } from '@/components/ui/ActionForm'
import { LinkButton } from '@/components/ui/Button'
import { HiddenField } from '@/components/ui/Field'
import { PageHead } from '@/components/ui/Section'
import { getOwn } from '@/lib/accounts/queries'
import { requireActor } from '@/lib/auth/session'
import { localeOf, orNotFound } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { withdraw } from '@/lib/listings/actions'

interface Props {
  params: Promise<{ locale: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('listing.withdraw')} — Qadam` }
}

export default async function WithdrawPage({ params }: Props) {
  const { locale: segment, id } = await params
  const locale = localeOf(segment)
  const t = translator(locale)
  const path = `/my/listings/${id}`
  const actor = await requireActor(locale, `/${locale}${path}/withdraw`)
  const listing = await orNotFound(getOwn(actor, id))
  return (
    <VolunteerFrame locale={locale} path={`${path}/withdraw`} actor={actor} section="my">
      <PageHead title={t('my.withdrawTitle')}>
        <p>
          <b>{listing.title}</b>
        </p>
        <p>{t('my.withdrawHint')}</p>
      </PageHead>
      <ActionForm action={withdraw} summaryTitle={t('form.toFix')} submit={t('listing.withdraw')}>
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="id" defaultValue={id} />
      </ActionForm>
      <LinkButton look="quiet" wide href={`/${locale}${path}`}>
        {t('my.keep')}
      </LinkButton>
    </VolunteerFrame>
  )
}
