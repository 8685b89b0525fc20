import type { Metadata } from 'next'
import { PlaceLines } from '@/components/facts/PlaceLines'
import { StaffFrame } from '@/components/layout/frames'
import { Tools } from '@/components/ui/Links'
import { PageHead, Section } from '@/components/ui/Section'
import { requireStaff } from '@/lib/auth/session'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { listKeptPlaces } from '@/lib/places/kept'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('facts.title')} — Qadam` }
}

export default async function FactsPage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t } = here
  const actor = await requireStaff(locale, `/${locale}/staff/facts`)
  const places = await listKeptPlaces(actor, locale)
  return (
    <StaffFrame locale={locale} path="/staff/facts" actor={actor} section="facts">
      <PageHead title={t('facts.title')}>
        <p className="small">{t('facts.intro')}</p>
      </PageHead>
      <Tools
        links={[
          { href: `/${locale}/staff/guide`, label: t('facts.guideTitle') },
          { href: `/${locale}/crossings`, label: t('registry.seePublic') },
        ]}
      />
      <Section title={t('facts.placesTitle')}>
        <PlaceLines here={here} places={places} />
      </Section>
    </StaffFrame>
  )
}
