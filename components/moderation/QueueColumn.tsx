import { hourRange } from '@/components/rides/words'
import { BackLink } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { QueueGroup, type QueueItem } from '@/components/ui/Queue'
import { PageHead } from '@/components/ui/Section'
import { dayName, type Here, span } from '@/lib/i18n/moments'
import type { QueueEntry } from '@/lib/moderation/queries'
import { cityName } from '@/lib/places/cities'
import { cityDay } from '@/lib/places/city-time'

/** What waits, in two groups: what leaves soon, then the oldest. */
export function QueueColumn({
  here,
  entries,
  currentId,
  done,
}: {
  here: Here
  entries: QueueEntry[]
  currentId?: string
  /** Words of what was just decided. */
  done?: string
}) {
  const { t } = here
  const longest = entries.reduce(
    (most, { waitingSince }) => Math.max(most, here.now.getTime() - waitingSince.getTime()),
    0,
  )
  const groups = [
    { key: 'first', urgent: true, items: entries.filter(({ urgent }) => urgent) },
    { key: 'look', urgent: false, items: entries.filter(({ urgent }) => !urgent) },
  ] as const
  return (
    <>
      {currentId ? <BackLink href={`/${here.locale}/staff`}>{t('frame.queue')}</BackLink> : null}
      <PageHead title={t('frame.queue')}>
        <p className="small">
          {entries.length === 0
            ? t('moderation.queue.empty')
            : t('moderation.queue.waiting', { n: entries.length, longest: span(t, longest) })}
        </p>
      </PageHead>
      {done ? <Note title={done} /> : null}
      {groups.map(({ key, urgent, items }) =>
        items.length === 0 ? null : (
          <QueueGroup
            key={key}
            title={t(`moderation.queue.${key}`)}
            urgent={urgent}
            items={items.map((entry) => queueItem(here, entry, currentId))}
          />
        ),
      )}
    </>
  )
}

function queueItem(here: Here, entry: QueueEntry, currentId: string | undefined): QueueItem {
  const { t, locale, now } = here
  const about = [
    t(`listing.kind.${entry.kind}`),
    cityName(entry.city, locale),
    entry.departsAt &&
      `${dayName(here, cityDay(entry.departsAt, here.zone))} ${hourRange(entry.departsAt, here.zone)}`,
    entry.author.name,
    entry.author.verified ? null : t('moderation.notVerified'),
  ]
  return {
    href: `/${locale}/staff/listings/${entry.listingId}`,
    title: entry.title,
    waited: span(t, now.getTime() - entry.waitingSince.getTime()),
    about: about.filter(Boolean).join(', '),
    status: entry.revisionId
      ? t('moderation.isRevision')
      : entry.sample
        ? t('listing.sample')
        : undefined,
    current: entry.listingId === currentId,
  }
}
