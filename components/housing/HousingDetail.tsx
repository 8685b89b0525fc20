import { HousingFacts } from '@/components/housing/HousingFacts'
import { Registration } from '@/components/housing/Registration'
import {
  bedsAnswer,
  bedsText,
  kindText,
  nightsText,
  priceText,
  stayText,
} from '@/components/housing/words'
import { AnswerCard } from '@/components/listings/AnswerCard'
import { ListingEnd } from '@/components/listings/ListingEnd'
import {
  authorLang,
  capital,
  freshFoot,
  sampleWord,
  sentence,
  staleText,
} from '@/components/listings/words'
import { Lines } from '@/components/ui/Lines'
import { Note } from '@/components/ui/Note'
import { Section } from '@/components/ui/Section'
import { Steps } from '@/components/ui/Steps'
import { SaidNotes } from '@/components/visits/SaidNotes'
import type { Kept } from '@/lib/guide/kept'
import type { HousingDetailView } from '@/lib/housing/queries'
import type { Here } from '@/lib/i18n/moments'

const SAFETY = ['pay', 'look', 'tell', 'papers'] as const
/** More rows of nights than this say less, not more. */
const MOST_RUNS = 8

/** Everything the public may know of a home; its address comes after acceptance. */
export function HousingDetail({
  home,
  here,
  kept,
}: {
  home: HousingDetailView
  here: Here
  kept: Kept
}) {
  const { t } = here
  const stale = staleText(here, 'housing', home.confirmedAt)
  const lang = authorLang(here, home)
  return (
    <>
      <AnswerCard
        kind="housing"
        kindLine={kindText(here, home, true)}
        sample={sampleWord(here, home)}
        answer={bedsAnswer(here, home, stale !== null)}
        name={home.title}
        nameLang={lang}
        gone={stale !== null}
        fresh={freshFoot(here, 'housing', home)}
      >
        <p>
          <b>{capital(priceText(here, home))}</b>,{' '}
          {sentence([
            stayText(here, home),
            ...home.suits.map((suit) => t(`housing.suits.${suit}`)),
          ])}
        </p>
      </AnswerCard>
      <SaidNotes kind="housing" visits={home.visits} here={here} />
      {stale ? (
        <Note tone="warn" title={stale}>
          {t('housing.staleNote')}
        </Note>
      ) : null}
      {home.isPriceHigh ? (
        <Note tone="warn" title={t('housing.priceHigh')}>
          {t('housing.priceHighNote')}
        </Note>
      ) : null}
      {home.body ? (
        <Section title={t('listing.authorWrites')}>
          <p className="own-words" lang={lang}>
            {home.body}
          </p>
        </Section>
      ) : null}
      {home.nights.length > 1 ? <FreeNights home={home} here={here} /> : null}
      <HousingFacts home={home} here={here} />
      {home.houseRules ? (
        <Section title={t('housing.rules')}>
          <p className="own-words" lang={lang}>
            {home.houseRules}
          </p>
        </Section>
      ) : null}
      <Registration isConfirmed={home.confirmsRegistration} here={here} kept={kept} />
      <Section title={t('housing.safety.title')}>
        <Steps steps={SAFETY.map((key) => ({ key, text: t(`housing.safety.${key}`) }))} />
      </Section>
      <Note>{t('listing.volunteersNote')}</Note>
      <ListingEnd kind="housing" listing={home} title={home.title} here={here} />
    </>
  )
}

function FreeNights({ home, here }: { home: HousingDetailView; here: Here }) {
  const { t } = here
  return (
    <Section title={t('housing.byNight')}>
      <Lines
        lines={home.nights.slice(0, MOST_RUNS).map((run) => ({
          term: capital(nightsText(here, run)),
          detail: bedsText(here, run),
        }))}
      />
    </Section>
  )
}
