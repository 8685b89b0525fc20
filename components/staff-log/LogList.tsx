import { dayName, type Here } from '@/lib/i18n/moments'
import { cityClock, cityDay } from '@/lib/places/city-time'
import type { Change, LogEntry } from '@/lib/staff-log/queries'
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

const WHY = ['people.reason', 'moderation.reasonShort'] as const

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
              .map((change) => changeText(here, change))
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

function changeText({ t }: Here, { field, from, to }: Change): string {
  const name = t.has(`staffLog.field.${field}` as 'staffLog.field.role')
    ? t(`staffLog.field.${field}` as 'staffLog.field.role')
    : field
  return from === null
    ? `${name} — ${valueText(to)}`
    : `${name}: ${valueText(from)} → ${valueText(to)}`
}

/** The reason of a decision or a suspension in words; any other code as it is. */
function whyText({ t }: Here, why: string): string {
  const key = WHY.map((place) => `${place}.${why}` as 'people.reason.rules').find((found) =>
    t.has(found),
  )
  return key ? t(key) : why
}

/** Codes stand as they are in the database: this page is for those who look after it. */
function valueText(value: string | null): string {
  return value === null ? '–' : value.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, '$1 $2 UTC')
}
