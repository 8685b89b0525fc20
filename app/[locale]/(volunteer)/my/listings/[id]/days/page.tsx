import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { DaysSection } from '@/components/registry/DaysSection'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { getOwn } from '@/lib/accounts/queries'
import { requireActor } from '@/lib/auth/session'
import { hereAt, localeOf, orNotFound } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { listDays } from '@/lib/registry/queries'

interface Props {
  params: Promise<{ locale: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(localeOf((await params).locale))
  return { title: `${t('registry.days.title')} — Qadam` }
}

export default async function DaysPage({ params }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const path = `/my/listings/${id}`
  const actor = await requireActor(here.locale, `/${here.locale}${path}/days`)
  const { title } = await orNotFound(getOwn(actor, id))
  const days = await orNotFound(listDays(actor, id, here.now))
  return (
    <VolunteerFrame locale={here.locale} path={`${path}/days`} actor={actor} section="my">
      <BackLink href={`/${here.locale}${path}`}>{title}</BackLink>
      <PageHead title={here.t('registry.days.title')} />
      <DaysSection here={here} id={id} door="my" days={days} />
    </VolunteerFrame>
  )
}
