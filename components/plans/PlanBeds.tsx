import { housingHref, kindText, nightsText, priceText, stayText } from '@/components/housing/words'
import { authorLang, confirmedText, sentence } from '@/components/listings/words'
import { LinkButton } from '@/components/ui/Button'
import { Section } from '@/components/ui/Section'
import type { Stay } from '@/lib/housing/rules'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import { addDays } from '@/lib/places/city-time'
import type { PlanView } from '@/lib/plans/queries'
import type { PlanInput } from '@/lib/plans/schema'

/** Homes with a bed for everyone on each night; where there is none, what to do. */
export function PlanBeds({
  here,
  plan,
  stay,
  homes,
}: {
  here: Here
  plan: PlanInput
  stay: Stay
  homes: NonNullable<PlanView['homes']>
}) {
  const { t, locale } = here
  const nights = { from: stay.first, to: addDays(stay.last, 1) }
  return (
    <Section title={t('plan.bedTitle')}>
      <p>{t('plan.nightsOf', { n: plan.nights, nights: nightsText(here, stay) })}</p>
      {homes.length > 0 ? (
        <ul className="facts">
          {homes.map((home) => (
            <li key={home.id}>
              <p>
                <b>{t('housing.bedsOf', { free: home.beds.free, total: home.beds.total })}</b>{' '}
                <a href={housingHref(here, home, nights)} lang={authorLang(here, home)}>
                  {home.title}
                </a>
              </p>
              <p className="small">
                {sentence([
                  kindText(here, home, false),
                  priceText(here, home),
                  stayText(here, home),
                  ...home.suits.map((suit) => t(`housing.suits.${suit}`)),
                ])}
                . {home.confirmsRegistration ? `${t('housing.confirmsRegistration')}. ` : null}
                {confirmedText(here, home.confirmedAt)}.
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <p>
            <b>{t('plan.bedNone', { n: plan.adults + plan.children })}</b> {t('plan.bedDo')}
          </p>
          <p>
            <LinkButton
              href={`/${locale}/${plan.city}/housing${queryString(nights)}`}
              look="quiet"
              wide
            >
              {t('city.all.housing')}
            </LinkButton>
          </p>
        </>
      )}
    </Section>
  )
}
