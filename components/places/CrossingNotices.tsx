import { PlaceNoticeNote } from '@/components/places/PlaceNoticeNote'
import { Section } from '@/components/ui/Section'
import type { Here } from '@/lib/i18n/moments'
import type { listNotices } from '@/lib/places/queries'

/** What is known of the crossings that serve a city; nothing when there is nothing to say. */
export function CrossingNotices({
  notices,
  here,
}: {
  notices: Awaited<ReturnType<typeof listNotices>>
  here: Here
}) {
  if (notices.length === 0) return null
  return (
    <Section title={here.t('city.crossings')}>
      {notices.map(({ place, notice }) => (
        <div key={place.id} className="stack">
          <h3 lang={place.lang}>{place.text}</h3>
          <PlaceNoticeNote notice={notice} here={here} />
        </div>
      ))}
    </Section>
  )
}
