import { dateAt, dateName, type Here } from '@/lib/i18n/moments'
import type { MessageKey, Translator } from '@/lib/i18n/translator'
import { CITY_SLUGS, cityName, districtName, isCitySlug } from '@/lib/places/cities'
import { minutesClock } from '@/lib/places/city-time'
import type { Change } from '@/lib/staff-log/queries'
import type { Subject } from '@/lib/staff-log/schema'

const WHY = ['people.reason', 'moderation.reasonShort'] as const

/** The words of a column's codes; those of `status` by what it is of. */
const CODES: Record<string, (code: string, subject: Subject) => string> = {
  action: (code) => `moderation.done.${code}`,
  appointment: (code) => `centres.appointment.${code}`,
  centre_kind: (code) => `centres.kindShort.${code}`,
  language: (code) => `language.${code}`,
  languages: (code) => `language.${code}`,
  name: (code) => `jobs.name.${code}`,
  notice_level: (code) => `facts.level.${code}`,
  outcome: (code) => `reports.staff.outcome.${code}`,
  reason: (code) => `moderation.reasonShort.${code}`,
  role: (code) => `role.${code}`,
  services: (code) => `centres.service.${code}`,
  state: (code) => `staffLog.value.${code}`,
  status: (code, subject) =>
    subject === 'centre_import' ? `imports.status.${code}` : `staffLog.status.${code}`,
  sure: (code) => `facts.sure.${code}`,
  verified_how: (code) => `moderation.how.${code}`,
}

/** What became different: `роль: Волонтёр → Модератор`, `решение — Снято`. */
export function changeText(here: Here, subject: Subject, { field, from, to }: Change): string {
  const name = wordsOf(here.t, `staffLog.field.${field}`) ?? field
  const text = (value: string | null) =>
    value === null ? '–' : valueText(here, subject, field, value)
  return from === null ? `${name} — ${text(to)}` : `${name}: ${text(from)} → ${text(to)}`
}

/** The reason of a decision or a suspension in words. */
export function whyText({ t }: Here, why: string): string {
  return WHY.map((place) => wordsOf(t, `${place}.${why}`)).find(Boolean) ?? why
}

// What the database wrote (text, codes, numbers, days and moments as JSON has them) as people say it.
function valueText(here: Here, subject: Subject, field: string, value: string): string {
  const { locale, t } = here
  const keyOf = CODES[field]
  if (keyOf) {
    return value
      .split(',')
      .map((code) => wordsOf(t, keyOf(code, subject)) ?? code)
      .join(', ')
  }
  if (field === 'city' && isCitySlug(value)) return cityName(value, locale)
  if (field === 'district') {
    return CITY_SLUGS.map((city) => districtName(city, value, locale)).find(Boolean) ?? value
  }
  if (field === 'opens' || field === 'closes') return minutesClock(Number(value))
  if (value === 'true') return t('staffLog.value.yes')
  if (value === 'false') return t('staffLog.value.no')
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dateName(locale, value, true)
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return dateAt(here, new Date(value))
  return value
}

function wordsOf(t: Translator, key: string): string | undefined {
  return t.has(key as MessageKey) ? t(key as 'staffLog.title') : undefined
}
