import { bedsAnswer, kindText, priceText, stayText } from '@/components/housing/words'
import { ListingCard } from '@/components/listings/ListingCard'
import {
  authorLang,
  capital,
  freshFoot,
  sampleWord,
  sentence,
  staleText,
} from '@/components/listings/words'
import { saidLines } from '@/components/visits/words'
import type { HousingCardView } from '@/lib/housing/queries'
import type { Here } from '@/lib/i18n/moments'

/** Words on whom it suits that a card has room for. */
const SUITS_ON_CARD = 2

/** A home in a list: its free beds, its name, what it costs and for whom it is. */
export function HousingCard({
  home,
  here,
  href,
  as,
  withCity = false,
}: {
  home: HousingCardView
  here: Here
  href?: string
  as?: 'li' | 'div'
  /** Names the city, where a list holds several. */
  withCity?: boolean
}) {
  const { t } = here
  const stale = staleText(here, 'housing', home.confirmedAt)
  const [said] = saidLines(here, 'housing', home.visits)
  const high = home.isPriceHigh ? t('housing.priceHigh') : null
  const warning = stale ?? (said?.isProblem ? said.text : high)
  const suits = home.suits.slice(0, SUITS_ON_CARD).map((suit) => t(`housing.suits.${suit}`))
  return (
    <ListingCard
      as={as}
      kind="housing"
      kindLine={kindText(here, home, withCity)}
      sample={sampleWord(here, home)}
      answer={bedsAnswer(here, home, stale !== null)}
      name={home.title}
      nameLang={authorLang(here, home)}
      href={href}
      facts={
        <>
          <b>{capital(priceText(here, home))}</b>, {sentence([stayText(here, home), ...suits])}
        </>
      }
      plus={home.confirmsRegistration && !warning ? t('housing.confirmsRegistration') : undefined}
      said={said?.isProblem ? undefined : said?.text}
      tag={warning ? { tone: stale ? 'old' : 'warn', text: warning } : undefined}
      gone={stale !== null}
      fresh={freshFoot(here, 'housing', home)}
    />
  )
}
