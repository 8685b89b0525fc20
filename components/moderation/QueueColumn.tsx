import { HeldNotes } from '@/components/desk/HeldNotes'
import { NextForm } from '@/components/desk/NextForm'
import { reasonText } from '@/components/reports/words'
import { hourRange } from '@/components/rides/words'
import { BackLink } from '@/components/ui/Links'
import { Note, NoteLink } from '@/components/ui/Note'
import { QueueGroup, type QueueItem } from '@/components/ui/Queue'
import { PageHead } from '@/components/ui/Section'
import type { Desk } from '@/lib/desk/queries'
import { dayName, type Here, spanWaited } from '@/lib/i18n/moments'
import type { QueueEntry } from '@/lib/moderation/queries'
import { cityName } from '@/lib/places/cities'
import { cityDay } from '@/lib/places/city-time'
import type { ReportEntry } from '@/lib/reports/queries'
import { isGrave } from '@/lib/reports/rules'

/** What waits: grave reports, then listings by what speaks against them, last what else was reported. */
export function QueueColumn({
  here,
  desk: { entries, claimedBy, held },
  reports,
  currentId,
  done,
  centres = 0,
}: {
  here: Here
  desk: Desk
  reports: ReportEntry[]
  currentId?: string
  /** Words of what was just decided. */
  done?: string
  /** How many centres wait to be published. */
  centres?: number
}) {
  const { t } = here
  const since = [
    ...entries.map(({ waitingSince }) => waitingSince),
    ...reports.map(({ createdAt }) => createdAt),
  ]
  const longest = Math.max(0, ...since.map((moment) => here.now.getTime() - moment.getTime()))
  const itemsOf = (some: QueueEntry[]) =>
    some.map((entry) => queueItem(here, entry, currentId, claimedBy.get(entry.listingId)))
  const reported = (some: ReportEntry[]) => some.map((entry) => reportItem(here, entry, currentId))
  const groups = [
    {
      title: t('reports.staff.grave'),
      urgent: true,
      items: reported(reports.filter(({ reason }) => isGrave(reason))),
    },
    ...(['first', 'look', 'none', 'after'] as const).map((level) => ({
      title: t(`moderation.queue.${level}`),
      urgent: level === 'first',
      items: itemsOf(entries.filter((entry) => entry.level === level)),
    })),
    {
      title: t('reports.staff.rest'),
      urgent: false,
      items: reported(reports.filter(({ reason }) => !isGrave(reason))),
    },
  ]
  return (
    <>
      {currentId ? <BackLink href={`/${here.locale}/staff`}>{t('frame.queue')}</BackLink> : null}
      <PageHead title={t('frame.queue')}>
        <p className="small">
          {since.length === 0
            ? t('moderation.queue.empty')
            : t('moderation.queue.waiting', { n: since.length, longest: spanWaited(t, longest) })}
        </p>
      </PageHead>
      {done ? <Note title={done} /> : null}
      <HeldNotes here={here} held={held} />
      {centres > 0 ? (
        <NoteLink
          href={`/${here.locale}/staff/centres`}
          title={t('imports.queue', { n: centres })}
        />
      ) : null}
      {currentId || entries.length === 0 ? null : <NextForm here={here} />}
      {groups
        .filter(({ items }) => items.length > 0)
        .map((group) => (
          <QueueGroup key={group.title} {...group} />
        ))}
    </>
  )
}

function queueItem(
  here: Here,
  entry: QueueEntry,
  currentId: string | undefined,
  claimedBy: string | undefined,
): QueueItem {
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
    waited: spanWaited(t, now.getTime() - entry.waitingSince.getTime()),
    about: [about.filter(Boolean).join(', '), reasonsOf(here, entry)].filter(Boolean).join('. '),
    status: claimedBy
      ? t('desk.claimedBy', { name: claimedBy })
      : entry.revisionId
        ? t('moderation.isRevision')
        : entry.sample
          ? t('listing.sample')
          : undefined,
    current: entry.listingId === currentId,
  }
}

/** The gravest reasons are enough to choose by; the case names all. */
const REASONS_SHOWN = 3

function reasonsOf({ t }: Here, { risks }: QueueEntry): string {
  const [first, ...rest] = risks.slice(0, REASONS_SHOWN).map(({ code }) => t(`risk.short.${code}`))
  return first ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ') : ''
}

function reportItem(here: Here, entry: ReportEntry, currentId: string | undefined): QueueItem {
  const { t, locale, now } = here
  return {
    href: `/${locale}/staff/reports/${entry.id}`,
    title: reasonText(here, entry.kind, entry.reason),
    waited: spanWaited(t, now.getTime() - entry.createdAt.getTime()),
    about: [
      t(`listing.kind.${entry.kind}`),
      cityName(entry.city, locale),
      entry.title,
      ...(entry.times > 1 ? [t('reports.staff.times', { n: entry.times })] : []),
    ].join(', '),
    status: entry.sample ? t('listing.sample') : undefined,
    current: entry.id === currentId,
  }
}
