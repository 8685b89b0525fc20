import { CrossingWords } from '@/components/places/CrossingWords'
import { Section } from '@/components/ui/Section'
import type { Here } from '@/lib/i18n/moments'
import type { PlaceFacts } from '@/lib/places/queries'

/** The crossings from which a road leads to the city, with what is known of each. */
export function PackCrossings({ here, crossings }: { here: Here; crossings: PlaceFacts[] }) {
  const { t } = here
  if (crossings.length === 0) return null
  return (
    <Section title={t('crossings.title')}>
      <ul className="facts">
        {crossings.map((crossing) => (
          <li key={crossing.id}>
            <CrossingWords here={here} crossing={crossing} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
