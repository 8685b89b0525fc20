import { kindText, nightsText, priceText, stayText } from '@/components/housing/words'
import { ListingCard } from '@/components/listings/ListingCard'
import { authorLang, capital, sampleWord, sentence } from '@/components/listings/words'
import { PackFoot } from '@/components/packs/PackFoot'
import { addressOf } from '@/components/packs/words'
import type { HousingCardView } from '@/lib/housing/queries'
import { dateName, type Here } from '@/lib/i18n/moments'

/** A home in a pack: its free beds on a dated night, its district, what it costs, for whom it is. */
export function PackHome({ home, here }: { home: HousingCardView; here: Here }) {
  const { t, locale } = here
  const { free, total, from } = home.beds
  const night = t('pack.nightOf', { day: dateName(locale, from) })
  return (
    <ListingCard
      kind="housing"
      kindLine={kindText(here, home, false)}
      sample={sampleWord(here, home)}
      answer={{ figure: free, words: `${t('housing.bedsFree', { total })}, ${night}` }}
      name={home.title}
      nameLang={authorLang(here, home)}
      href={addressOf(here, `/${home.city}/housing/${home.id}`)}
      facts={
        <>
          <b>{capital(priceText(here, home))}</b>,{' '}
          {sentence([
            stayText(here, home),
            nightsText(here, { first: home.firstNight, last: home.lastNight }),
            ...home.suits.map((suit) => t(`housing.suits.${suit}`)),
          ])}
        </>
      }
      plus={home.confirmsRegistration ? t('housing.confirmsRegistration') : undefined}
    >
      <PackFoot here={here} listing={home} />
    </ListingCard>
  )
}
