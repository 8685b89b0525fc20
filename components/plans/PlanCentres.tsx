import type { ReactNode } from 'react'
import { centreHref } from '@/components/centres/CentreList'
import { kindText } from '@/components/centres/words'
import { knownText } from '@/components/guide/words'
import { authorLang, confirmedText, sentence, staleText } from '@/components/listings/words'
import { openingText } from '@/components/plans/words'
import { Section } from '@/components/ui/Section'
import { Tag } from '@/components/ui/Tag'
import type { CentreCardView } from '@/lib/centres/queries'
import { IIN_STATEMENTS } from '@/lib/guide/iin'
import { type Kept, shownStatement } from '@/lib/guide/kept'
import type { Here } from '@/lib/i18n/moments'

/** When the centres of the city open after the arrival, and what to bring. */
export function PlanCentres({
  here,
  centres,
  kept,
  children,
}: {
  here: Here
  centres: CentreCardView[]
  kept: Kept
  /** What to bring. */
  children: ReactNode
}) {
  const { t, locale } = here
  const hours = shownStatement(kept, 'iin', 'hours', IIN_STATEMENTS.hours)
  return (
    <Section title={t('home.need.iin')}>
      {centres.length > 0 ? (
        <ul className="facts">
          {centres.map((centre) => {
            const stale = staleText(here, 'centre', centre.confirmedAt)
            return (
              <li key={centre.id}>
                <p>
                  <b>{openingText(here, centre)}</b>{' '}
                  <a href={centreHref(locale, centre)} lang={authorLang(here, centre)}>
                    {centre.title}
                  </a>
                </p>
                <p className="small">
                  {sentence([
                    kindText(here, centre),
                    t(`centres.appointment.${centre.appointment}`),
                  ])}
                  .{' '}
                  {stale ? (
                    <Tag tone="old">{stale}</Tag>
                  ) : (
                    `${confirmedText(here, centre.confirmedAt)}.`
                  )}
                </p>
              </li>
            )
          })}
        </ul>
      ) : (
        <p>
          <b>{t('city.none.centres')}</b> {knownText(here, 'iin', 'hours', hours)}
        </p>
      )}
      <h3>{t('centres.bringTitle')}</h3>
      {children}
    </Section>
  )
}
