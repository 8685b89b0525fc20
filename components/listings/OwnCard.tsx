import { ListingCard } from '@/components/listings/ListingCard'
import { freshFootOf, sampleWord } from '@/components/listings/words'
import { momentText } from '@/components/requests/words'
import { countdown, hourRange } from '@/components/rides/words'
import { TruthForm } from '@/components/truth/TruthForm'
import { LinkButton } from '@/components/ui/Button'
import { Pips } from '@/components/ui/Pips'
import type { OwnListing } from '@/lib/accounts/queries'
import { dayName, type Here } from '@/lib/i18n/moments'
import { KIND_PATHS } from '@/lib/listings/kinds'
import { isOver, isPaused } from '@/lib/listings/rules'
import { cityDay } from '@/lib/places/city-time'

/** One's own listing: its status in words, what happens next and the one-tap answers. */
export function OwnCard({
  listing,
  here,
  heading,
}: {
  listing: OwnListing
  here: Here
  heading?: 'h2' | 'h3'
}) {
  const { t, locale } = here
  const { departsAt, places } = listing
  const own = `/${locale}/my/listings/${listing.id}`
  const isPublic = listing.status === 'published' && !isOver(listing, here.now)
  const isSeen = isPublic && !isPaused(listing, here.now)
  return (
    <ListingCard
      kind={listing.kind}
      kindLine={`${t(`listing.kind.${listing.kind}`)}${departsAt ? `, ${dayName(here, cityDay(departsAt, here.zone))}` : ''}`}
      sample={sampleWord(here, listing)}
      answer={
        departsAt
          ? {
              figure: hourRange(departsAt, here.zone),
              now: isPublic ? countdown(here, departsAt) : undefined,
            }
          : undefined
      }
      name={listing.title}
      heading={heading}
      href={own}
      tag={isSeen ? undefined : { tone: 'outline', text: statusWord(here, listing) }}
      fresh={isPublic ? freshFootOf(here, listing) : undefined}
      actions={
        isPublic ? (
          <TruthForm listing={listing} here={here} />
        ) : (
          <Way listing={listing} here={here} />
        )
      }
    >
      {places ? (
        <p>
          <b>{listing.full ? t('listing.full') : t('listing.placesOf', places)}</b>{' '}
          <Pips free={listing.full ? 0 : places.free} total={places.total} />
        </p>
      ) : null}
      {isSeen && !listing.revision ? null : <p>{nextSentence(here, listing)}</p>}
      {listing.lastDecision?.note ? (
        <p className="own-words">«{listing.lastDecision.note}»</p>
      ) : null}
    </ListingCard>
  )
}

/** The status in words: «На проверке», «Просим изменить», «Пауза до завтра, 08:00». */
export function statusWord(here: Here, listing: OwnListing): string {
  const { t } = here
  if (listing.status === 'published' && isOver(listing, here.now)) return t('listing.over')
  const { pausedUntil } = listing
  if (listing.status === 'published' && pausedUntil && isPaused(listing, here.now)) {
    return t('listing.pausedUntil', { moment: momentText(here, pausedUntil) })
  }
  return t(`listing.status.${listing.status}`)
}

/** What happens next, in one sentence. */
export function nextSentence(here: Here, listing: OwnListing): string {
  const { t } = here
  const { lastDecision } = listing
  if (lastDecision && ['changes_requested', 'rejected', 'taken_down'].includes(listing.status)) {
    return t(`moderation.reason.${lastDecision.reason as 'unclear'}`)
  }
  if (listing.status === 'published') {
    if (isOver(listing, here.now)) return t('listing.next.over')
    if (listing.revision === 'pending') return t('listing.next.revision')
    if (lastDecision && ['changes_requested', 'rejected'].includes(listing.revision ?? '')) {
      const reason = t(`moderation.reason.${lastDecision.reason as 'unclear'}`)
      return t('listing.next.revisionBack', { reason })
    }
    return t(isPaused(listing, here.now) ? 'listing.next.paused' : 'listing.next.published')
  }
  return t(`listing.next.${listing.status}`)
}

function Way({ listing, here }: { listing: OwnListing; here: Here }) {
  const { t, locale } = here
  const own = `/${locale}/my/listings/${listing.id}`
  const isPast = ['withdrawn', 'taken_down'].includes(listing.status) || isOver(listing, here.now)
  if (isPast) {
    return listing.status === 'taken_down' ? null : (
      <LinkButton look="quiet" href={againHref(locale, listing)}>
        {t('listing.again')}
      </LinkButton>
    )
  }
  const urgent = listing.status !== 'pending'
  return (
    <>
      <LinkButton
        look={urgent ? 'primary' : 'quiet'}
        icon={urgent ? 'edit' : undefined}
        href={`${own}/edit`}
      >
        {t(urgent ? 'listing.fix' : 'listing.edit')}
      </LinkButton>
      {listing.status === 'rejected' ? null : (
        <LinkButton look="quiet" href={`${own}/withdraw`}>
          {t('listing.withdraw')}
        </LinkButton>
      )}
    </>
  )
}

export function againHref(locale: string, listing: Pick<OwnListing, 'id' | 'kind'>): string {
  return `/${locale}/my/${KIND_PATHS[listing.kind]}/new?again=${listing.id}`
}
