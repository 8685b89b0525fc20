import { nightsText } from '@/components/housing/words'
import { Lines } from '@/components/ui/Lines'
import { Section } from '@/components/ui/Section'
import type { HousingDetailView } from '@/lib/housing/queries'
import type { Here } from '@/lib/i18n/moments'

/** What the card of a home has no room for: its nights, who offers it and what comes later. */
export function HousingFacts({ home, here }: { home: HousingDetailView; here: Here }) {
  const { t } = here
  const { name, verifiedHow } = home.author
  const offered = { first: home.firstNight, last: home.lastNight }
  const verified = verifiedHow ? t(`listing.verified.${verifiedHow}`) : ''
  return (
    <Section title={t('housing.terms')}>
      <Lines
        lines={[
          { term: t('housing.term.nights'), detail: nightsText(here, offered) },
          { term: t('housing.term.host'), detail: verified ? `${name}. ${verified}` : name },
          {
            term: t('listing.languages'),
            detail: home.languages.map((language) => t(`language.${language}`)).join(', '),
          },
          { term: t('housing.term.address'), detail: t('housing.addressLater') },
        ]}
      />
    </Section>
  )
}
