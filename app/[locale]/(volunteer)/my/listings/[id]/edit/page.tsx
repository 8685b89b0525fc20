import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { KindForm } from '@/components/listings/KindForm'
import { BackLink } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { PageHead } from '@/components/ui/Section'
import { getOwn, getOwnForm } from '@/lib/accounts/queries'
import { requireActor } from '@/lib/auth/session'
import { hereAt, localeOf, orNotFound } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { change } from '@/lib/listings/actions'

interface Props {
  params: Promise<{ locale: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('listing.edit')} — Qadam` }
}

export default async function EditPage({ params }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const { locale, t } = here
  const path = `/my/listings/${id}`
  const actor = await requireActor(locale, `/${locale}${path}/edit`)
  const listing = await orNotFound(getOwn(actor, id))
  const { kind, version, input } = await orNotFound(getOwnForm(actor, id))
  return (
    <VolunteerFrame locale={locale} path={`${path}/edit`} actor={actor} section="my">
      <BackLink href={`/${locale}${path}`}>{listing.title}</BackLink>
      <PageHead title={t('listing.edit')} />
      {listing.status === 'published' ? <Note>{t('my.editPublished')}</Note> : null}
      <KindForm
        kind={kind}
        here={here}
        actor={actor}
        action={change}
        values={input}
        hidden={{ id, version: String(version) }}
      />
    </VolunteerFrame>
  )
}
