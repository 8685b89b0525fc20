import { Children, type ReactNode } from 'react'
import { CardList } from '@/components/listings/ListingCard'
import { addressOf } from '@/components/packs/words'
import { Section } from '@/components/ui/Section'
import type { Here } from '@/lib/i18n/moments'

/** One kind in a pack: its first cards and where the rest is, or that there is nothing. */
export function PackPart({
  here,
  kind,
  path,
  more,
  children,
}: {
  here: Here
  kind: 'rides' | 'housing' | 'centres'
  /** The list on the site, after the language. */
  path: string
  /** Whether the list holds more than is shown. */
  more: boolean
  children: ReactNode
}) {
  const { t } = here
  const n = Children.count(children)
  const link = (words: ReactNode) => <a href={addressOf(here, path)}>{words}</a>
  return (
    <Section title={t(`city.part.${kind}`)}>
      {n === 0 ? <p>{t(`city.none.${kind}`)}</p> : <CardList>{children}</CardList>}
      {more ? <p>{t.rich('pack.more', { n, a: link })}</p> : null}
    </Section>
  )
}
