import { Children, type ReactNode } from 'react'
import { CardList } from '@/components/listings/ListingCard'
import { LinkButton } from '@/components/ui/Button'
import { Section } from '@/components/ui/Section'
import type { Here } from '@/lib/i18n/moments'

/** One kind on a city's page: its first cards and the way to the rest, or that there is nothing. */
export function CityPart({
  here,
  kind,
  href,
  more,
  children,
}: {
  here: Here
  kind: 'rides' | 'housing' | 'centres'
  href: string
  /** Whether the list holds more than is shown. */
  more: boolean
  children: ReactNode
}) {
  const { t } = here
  return (
    <Section title={t(`city.part.${kind}`)}>
      {Children.count(children) === 0 ? (
        <p>{t(`city.none.${kind}`)}</p>
      ) : (
        <CardList>{children}</CardList>
      )}
      {more ? (
        <p>
          <LinkButton href={href} look="quiet" wide>
            {t(`city.all.${kind}`)}
          </LinkButton>
        </p>
      ) : null}
    </Section>
  )
}
