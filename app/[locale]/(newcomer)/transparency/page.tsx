import type { Metadata } from 'next'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { KeptLines } from '@/components/privacy/KeptLines'
import { Lines } from '@/components/ui/Lines'
import { BackLink } from '@/components/ui/Links'
import { PageHead, Section } from '@/components/ui/Section'
import { getPublicFigures } from '@/lib/figures/queries'
import { span } from '@/lib/i18n/moments'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { cityName } from '@/lib/places/cities'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  return pageMetadata(locale, '/transparency', translator(locale)('figures.publicTitle'))
}

export default async function TransparencyPage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, now, t } = here
  const { waiting, minutesToDecide, removals, cities } = await getPublicFigures(now)
  const count = (value: number | null) => (value === null ? t('figures.few') : String(value))
  return (
    <NewcomerFrame locale={locale} path="/transparency">
      <BackLink href={`/${locale}`}>{t('frame.home')}</BackLink>
      <PageHead title={t('figures.publicTitle')}>
        <p>{t('figures.publicIntro')}</p>
      </PageHead>
      <Lines
        lines={[
          { term: t('figures.waiting'), detail: count(waiting) },
          {
            term: t('figures.toDecide'),
            detail: minutesToDecide === null ? t('figures.few') : span(t, minutesToDecide * 60_000),
          },
          ...cities.map(({ city, offers, requests }) => ({
            term: cityName(city, locale),
            detail: t('figures.cityCounts', { offers: count(offers), requests: count(requests) }),
          })),
        ]}
      />
      <Section title={t('figures.removals')}>
        {removals.length === 0 ? (
          <p>{t('figures.noRemovals')}</p>
        ) : (
          <Lines
            lines={removals.map(({ reason, count: number }) => ({
              term: t(`moderation.reasonShort.${reason as 'unclear'}`),
              detail: count(number),
            }))}
          />
        )}
      </Section>
      <p>
        <a href="/figures.csv">{t('figures.csv')}</a>
      </p>
      <Section title={t('figures.kept')}>
        <KeptLines t={t} />
        <p>
          <a href={`/${locale}/privacy`}>{t('frame.privacy')}</a>
        </p>
      </Section>
    </NewcomerFrame>
  )
}
