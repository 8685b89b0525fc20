import { Lines } from '@/components/ui/Lines'
import { Section } from '@/components/ui/Section'
import type { Figures } from '@/lib/figures/queries'
import { type Here, span } from '@/lib/i18n/moments'
import { cityName, isCitySlug } from '@/lib/places/cities'

/** How long visitors waited at centres, and what was searched for in vain. */
export function WaitsAndSearches({ here, figures }: { here: Here; figures: Figures }) {
  const { t, locale } = here
  const { waits, emptySearches } = figures
  return (
    <>
      <Section title={t('figures.waits')}>
        {waits.length === 0 ? (
          <p>{t('figures.none')}</p>
        ) : (
          <Lines
            lines={waits.map(({ city, minutes, reports }) => ({
              term: cityName(city, locale),
              detail: t('figures.waitOf', { span: span(t, minutes * 60_000), n: reports }),
            }))}
          />
        )}
      </Section>
      <Section title={t('figures.emptySearches')}>
        {emptySearches.length === 0 ? (
          <p>{t('figures.none')}</p>
        ) : (
          <Lines
            lines={emptySearches.map(({ kind, city, searches }) => ({
              term: [kindName(here, kind), placeName(here, city)].join(', '),
              detail: String(searches),
            }))}
          />
        )}
      </Section>
    </>
  )
}

function kindName({ t }: Here, kind: string): string {
  return kind === 'any' ? t('figures.anyKind') : t(`listing.kind.${kind as 'ride'}`)
}

function placeName({ t, locale }: Here, city: string): string {
  return isCitySlug(city) ? cityName(city, locale) : t('figures.anyCity')
}
