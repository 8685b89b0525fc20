import { ListingCard } from '@/components/listings/ListingCard'
import { freshFootOf, sampleWord } from '@/components/listings/words'
import { countdown, hourRange } from '@/components/rides/words'
import { ActionForm } from '@/components/ui/ActionForm'
import { LinkButton } from '@/components/ui/Button'
import { HiddenField } from '@/components/ui/Field'
import { Pips } from '@/components/ui/Pips'
import { SubmitButton } from '@/components/ui/SubmitButton'
import type { OwnListing } from '@/lib/accounts/queries'
import { dayName, type Here } from '@/lib/i18n/moments'
import { answerTruth } from '@/lib/listings/actions'
import { KIND_PATHS } from '@/lib/listings/kinds'
import { isOver } from '@/lib/listings/rules'
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
      tag={
        isPublic && !listing.paused
          ? undefined
          : { tone: 'outline', text: statusWord(here, listing) }
      }
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
      {isPublic && !listing.paused && !listing.revision ? null : (
        <p>{nextSentence(here, listing)}</p>
      )}
      {listing.lastDecision?.note ? (
        <p className="own-words">«{listing.lastDecision.note}»</p>
      ) : null}
    </ListingCard>
  )
}

/** «Верно», «Мест нет», «Пауза»: plain buttons of one form, they work without a script. */
export function TruthForm({ listing, here }: { listing: OwnListing; here: Here }) {
  const { t, locale } = here
  const answers = listing.paused
    ? (['open'] as const)
    : listing.full
      ? (['open', 'paused'] as const)
      : listing.kind === 'centre'
        ? (['confirm', 'paused'] as const)
        : (['confirm', 'full', 'paused'] as const)
  return (
    <ActionForm action={answerTruth} summaryTitle={t('form.toFix')} prefix={listing.id}>
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name="id" defaultValue={listing.id} />
      <div className="deeds">
        {answers.map((answer, index) => (
          <SubmitButton
            key={answer}
            name="answer"
            value={answer}
            look={index === 0 ? 'primary' : 'quiet'}
          >
            {t(`listing.answer.${answer}`)}
          </SubmitButton>
        ))}
      </div>
    </ActionForm>
  )
}

/** The status in words: «На проверке», «Просим изменить», «Пауза». */
export function statusWord(here: Here, listing: OwnListing): string {
  const { t } = here
  if (listing.status === 'published' && isOver(listing, here.now)) return t('listing.over')
  if (listing.status === 'published' && listing.paused) return t('listing.answer.paused')
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
    return listing.paused ? t('listing.next.paused') : t('listing.next.published')
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
