import type { Freshness } from '@/components/listings/CardParts'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import { ago, dateAt, dayName, type Here, span, spanLeft } from '@/lib/i18n/moments'
import type { ListingView } from '@/lib/listings/queries'
import { freshness } from '@/lib/listings/rules'
import { cityDay } from '@/lib/places/city-time'

const HOUR_MS = 3_600_000

/** The foot of a card: how full the dial is, when it was confirmed, or when it goes, and by whom. */
export function freshFoot(here: Here, kind: ListingKind, listing: ListingView): Freshness {
  return { ...freshFootOf(here, { kind, ...listing }), who: listing.author.name }
}

/** The same without a name, for the author. */
export function freshFootOf(
  here: Here,
  listing: { kind: ListingKind; confirmedAt: Date },
): Freshness {
  const fresh = freshness(listing, here.now)
  const goes = fresh.state !== 'fresh' && fresh.hiddenAt
  return {
    dial: fresh.dial,
    when: goes ? goesText(here, goes) : confirmedText(here, listing.confirmedAt),
    printed: here.t('listing.confirmedMoment', { moment: dateAt(here, listing.confirmedAt) }),
  }
}

/** «Подтверждено 3 ч назад», «Подтверждено вчера в 21:10». */
export function confirmedText(here: Here, confirmedAt: Date): string {
  const { form, text } = ago(here, confirmedAt)
  return form === 'span'
    ? here.t('listing.confirmedSpan', { ago: text })
    : here.t('listing.confirmedMoment', { moment: text })
}

/** «Не подтверждали 5 дней», or null while it is fresh. */
export function staleText(here: Here, kind: ListingKind, confirmedAt: Date): string | null {
  if (freshness({ kind, confirmedAt }, here.now).state === 'fresh') return null
  const passed = here.now.getTime() - confirmedAt.getTime()
  const wholeHours = Math.floor(passed / HOUR_MS) * HOUR_MS
  return here.t('listing.notConfirmedFor', { span: span(here.t, wholeHours) })
}

/** The language of the author's words when it is not the page's. */
export function authorLang(here: Here, listing: ListingView): string | undefined {
  return listing.language === here.locale ? undefined : listing.language
}

/** The word «sample», only where it is one. */
export function sampleWord(here: Here, listing: { sample: boolean }): string | undefined {
  return listing.sample ? here.t('listing.sample') : undefined
}

/** Parts of one sentence, without the empty ones. */
export function sentence(parts: (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(', ')
}

/** The sentence with a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function goesText(here: Here, hiddenAt: Date): string {
  const left = hiddenAt.getTime() - here.now.getTime()
  return left > 0
    ? here.t('listing.goesIn', { span: spanLeft(here.t, left) })
    : here.t('listing.goesOn', { day: dayName(here, cityDay(here.now, here.zone)) })
}
