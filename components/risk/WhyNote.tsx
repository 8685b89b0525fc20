import { Note } from '@/components/ui/Note'
import type { Here } from '@/lib/i18n/moments'
import { tenge } from '@/lib/i18n/typeset'
import { cityName } from '@/lib/places/cities'
import type { Judgement, Risk } from '@/lib/risk/rules'

/** Why a case stands where it stands in the queue: one line for each reason. */
export function WhyNote({ here, judgement }: { here: Here; judgement: Judgement }) {
  const { t, locale } = here
  if (judgement.risks.length === 0) return null
  return (
    <Note tone="warn" title={t('risk.title')}>
      <ul className="why">
        {judgement.risks.map((risk) => (
          <li key={risk.code}>
            {whyText(here, risk)}
            {risk.elsewhere ? (
              <>
                {' '}
                <a href={`/${locale}/staff/listings/${risk.elsewhere.listingId}`}>
                  {t('risk.see', { city: cityName(risk.elsewhere.city, locale) })}
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Note>
  )
}

function whyText({ t }: Here, { code, price, usual, times }: Risk): string {
  const values = {
    price: tenge(price ?? 0),
    usual: tenge(Math.round(usual ?? 0)),
    n: times ?? 0,
  }
  return t(`risk.why.${code}`, values)
}
