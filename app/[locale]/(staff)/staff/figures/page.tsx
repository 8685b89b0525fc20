import type { Metadata } from 'next'
import { DayChart } from '@/components/figures/DayChart'
import { WaitsAndSearches } from '@/components/figures/WaitsAndSearches'
import { StaffFrame } from '@/components/layout/frames'
import { Lines } from '@/components/ui/Lines'
import { PageHead, Section } from '@/components/ui/Section'
import { requireStaff } from '@/lib/auth/session'
import { getFigures } from '@/lib/figures/queries'
import { span } from '@/lib/i18n/moments'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { CITY_SLUGS, cityName } from '@/lib/places/cities'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('figures.title')} — Qadam` }
}

export default async function FiguresPage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, now, t } = here
  const actor = await requireStaff(locale, `/${locale}/staff/figures`)
  const figures = await getFigures(actor, now)
  const { days, unmet, minutesToAnswer, minutesToDecide, confirmed } = figures
  const time = (minutes: number | null) =>
    minutes === null ? t('figures.none') : span(t, minutes * 60_000)
  return (
    <StaffFrame locale={locale} path="/staff/figures" actor={actor} section="figures">
      <PageHead title={t('figures.title')}>
        <p className="small">{t('figures.intro')}</p>
      </PageHead>
      <Lines
        lines={[
          { term: t('figures.toAnswer'), detail: time(minutesToAnswer) },
          { term: t('figures.toDecide'), detail: time(minutesToDecide) },
          { term: t('figures.confirmed'), detail: t('figures.share', confirmed) },
          ...unmet.map(({ kind, party, unmet: without, ended }) => ({
            term: t('figures.unmet', { kind: t(`listing.kind.${kind}`), party }),
            detail: t('figures.unmetOf', { unmet: without, ended }),
          })),
        ]}
      />
      <WaitsAndSearches here={here} figures={figures} />
      <Section title={t('figures.byDay')}>
        <p className="small">{t('figures.legend')}</p>
        {CITY_SLUGS.map((city) => (
          <DayChart key={city} here={here} name={cityName(city, locale)} days={days[city]} />
        ))}
      </Section>
    </StaffFrame>
  )
}
