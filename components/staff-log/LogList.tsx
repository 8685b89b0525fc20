import { changeText, whyText } from '@/components/staff-log/words'
import { dayName, type Here } from '@/lib/i18n/moments'
import { cityClock, cityDay } from '@/lib/places/city-time'
import type { LogEntry } from '@/lib/staff-log/queries'
import type { Subject } from '@/lib/staff-log/schema'

const PLACES: Record<Subject, (id: string, called: string) => string> = {
  account: (id) => `people/${id}`,
  second_factor: (id) => `people/${id}`,
  staff_note: (id) => `people/${id}`,
  decision: (id) => `listings/${id}`,
  listing: (id) => `listings/${id}`,
  report: (id) => `reports/${id}`,
  trusted_post: (id) => `listings/${id}`,
  announcement: () => 'announcements',
  job: () => 'jobs',
  centre: (id) => `listings/${id}`,
  opening_exception: (id) => `listings/${id}`,
  public_holiday: () => 'centres/holidays',
  place: (_, called) => `facts/places/${called}`,
  guide_statement: (_, called) => `guide/${called.replace('.', '/')}`,
  centre_import: (id) => `centres/imports/${id}`,
}

/** What staff changed: when, who, about what, from what to what, and why. */
export function LogList({ here, entries }: { here: Here; entries: LogEntry[] }) {
  const { locale, t } = here
  return (
    <ul className="stack">
      {entries.map(({ id, at, actor, subject, subjectId, called, changes, why }) => (
        <li key={id}>
          <p className="small">
            {dayName(here, cityDay(at, here.zone))} {cityClock(at, here.zone)},{' '}
            {actor ? (
              <a href={`/${locale}/staff/people/${actor.id}`}>{actor.name || t('people.noName')}</a>
            ) : (
              t('staffLog.server')
            )}
          </p>
          <p>
            <a href={`/${locale}/staff/${PLACES[subject](subjectId, called ?? '')}`}>
              {t(`staffLog.subject.${subject}`)}
              {called ? ` ${called}` : null}
            </a>
            {': '}
            {changes
              .filter(({ field }) => !isActor(field))
              .map((change) => changeText(here, subject, change))
              .join('; ')}
          </p>
          {why ? <p className="small">{whyText(here, why)}</p> : null}
        </li>
      ))}
    </ul>
  )
}

/** Who prepared or published something is whoever the entry names. */
function isActor(field: string): boolean {
  return field.endsWith('_by_id')
}
