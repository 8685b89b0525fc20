import type { Metadata } from 'next'
import { NoticeForm } from '@/components/facts/NoticeForm'
import { checkedText } from '@/components/facts/words'
import { StaffFrame } from '@/components/layout/frames'
import { BackLink } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { PageHead } from '@/components/ui/Section'
import { requireStaff } from '@/lib/auth/session'
import { hereAt, localeOf, orNotFound } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { getKeptPlace } from '@/lib/places/kept'

interface Props {
  params: Promise<{ locale: string; id: string }>
  searchParams: Promise<{ done?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('facts.placesTitle')} — Qadam` }
}

export default async function PlacePage({ params, searchParams }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const { locale, t } = here
  const path = `/staff/facts/places/${id}`
  const actor = await requireStaff(locale, `/${locale}${path}`)
  const place = await orNotFound(getKeptPlace(actor, id, locale))
  const { done } = await searchParams
  return (
    <StaffFrame locale={locale} path={path} actor={actor} section="facts">
      <BackLink href={`/${locale}/staff/facts`}>{t('facts.title')}</BackLink>
      <PageHead title={<span lang={place.lang}>{place.text}</span>}>
        <p className="small">
          {place.otherSide ? `${t('rides.otherSide', { name: place.otherSide })}. ` : null}
          {checkedText(here, place.checkedOn)}
        </p>
      </PageHead>
      {done ? <Note>{t('facts.saved')}</Note> : null}
      <NoticeForm key={done} here={here} place={place} />
    </StaffFrame>
  )
}
