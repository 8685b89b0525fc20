import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { VolunteerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { KindForm } from '@/components/listings/KindForm'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { getOwnForm, mustReadDuties } from '@/lib/accounts/queries'
import { requireActor } from '@/lib/auth/session'
import { hereAt, localeOf, one, orNotFound, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { offer } from '@/lib/listings/actions'
import { kindOfPath } from '@/lib/listings/kinds'

interface Props {
  params: Promise<{ locale: string; kinds: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: segment, kinds } = await params
  const locale = localeOf(segment)
  const kind = kindOfPath(kinds) ?? notFound()
  return pageMetadata(locale, `/my/${kinds}/new`, translator(locale)(`my.new.${kind}`))
}

export default async function OfferPage({ params, searchParams }: Props) {
  const { locale: segment, kinds } = await params
  const here = hereAt(localeOf(segment))
  const { locale, t } = here
  const kind = kindOfPath(kinds) ?? notFound()
  const path = `/my/${kinds}/new`
  const actor = await requireActor(locale, `/${locale}${path}`)
  if (!actor.publicName) redirect(`/${locale}/my/profile?next=/${locale}${path}`)
  if (await mustReadDuties(actor, kind)) redirect(`/${locale}/my/${kinds}/duties`)
  const again = one((await searchParams).again)
  const before = again ? await orNotFound(getOwnForm(actor, again)) : undefined
  return (
    <VolunteerFrame locale={locale} path={path} actor={actor} section="add">
      <BackLink href={`/${locale}/my/new`}>{t('my.new.title')}</BackLink>
      <PageHead title={t(`my.new.${kind}`)}>
        <p>{t('my.new.review')}</p>
      </PageHead>
      <KindForm
        kind={kind}
        here={here}
        actor={actor}
        action={offer}
        values={before?.kind === kind ? before.input : undefined}
        hidden={{}}
      />
    </VolunteerFrame>
  )
}
