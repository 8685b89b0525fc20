import { countText } from '@/components/search/words'
import { type Tile, Tiles } from '@/components/ui/Tiles'
import type { Here } from '@/lib/i18n/moments'
import type { CityCounts } from '@/lib/listings/queries'
import { CITY_SLUGS, cityName } from '@/lib/places/cities'

/** The four cities as a list of links, with what there is in each now. */
export function CityTiles({ here, counts }: { here: Here; counts: CityCounts }) {
  const { locale, t } = here
  const tiles = CITY_SLUGS.map(
    (city): Tile => ({
      href: `/${locale}/${city}`,
      name: cityName(city, locale),
      counts: [
        {
          icon: 'car',
          kind: 'ride',
          label: t('frame.section.rides'),
          count: countText(here, counts[city].ride),
        },
        {
          icon: 'bed',
          kind: 'housing',
          label: t('frame.section.housing'),
          count: countText(here, counts[city].housing),
        },
        {
          icon: 'id',
          kind: 'centre',
          label: t('frame.section.centres'),
          count: countText(here, counts[city].centre),
        },
      ],
    }),
  )
  return <Tiles tiles={tiles} />
}
