import type { Answer } from '@/components/listings/CardParts'
import { momentText, partyText } from '@/components/requests/words'
import type { HostRequest } from '@/lib/hosting/queries'
import { type Here, spanWaited } from '@/lib/i18n/moments'

/** What they want to be called, or that they did not say. */
export function guestName({ t }: Here, name: string | null): string {
  return name ?? t('hosting.nameless')
}

/** `3 места: 2 взрослых, 1 ребёнок`, and how long they have been waiting for a yes or a no. */
export function placesAnswer(here: Here, request: HostRequest): Answer {
  const { t } = here
  const { party, status, askedAt } = request
  const n = party.adults + party.children
  const waits = spanWaited(t, here.now.getTime() - askedAt.getTime())
  return {
    figure: n,
    words: t('hosting.places', { n, party: partyText(here, party) }),
    now: status === 'open' ? t('hosting.waits', { span: waits }) : undefined,
    quiet: request.closedAt !== null || status === 'expired',
  }
}

/** What is to be done now and until when, or how it ended. */
export function hostNext(here: Here, request: HostRequest): string {
  const { t } = here
  const { status, fits, line, listing, offerEndsAt } = request
  switch (status) {
    case 'open': {
      const moment = momentText(here, request.expiresAt)
      return fits ? t('hosting.next.open', { moment }) : t('hosting.next.openFull')
    }
    case 'waiting':
      if (fits) return t('hosting.next.waitingFits')
      return line?.mode === 'take' ? t('hosting.next.waitingTake') : t('hosting.next.waitingOffer')
    case 'offered': {
      const moment = momentText(here, offerEndsAt ?? request.expiresAt)
      return t('hosting.next.offered', { moment })
    }
    case 'accepted':
      if (request.arrivedAt) return t('hosting.next.arrived')
      if (request.endsAt <= here.now) return t('hosting.next.over')
      return t(`hosting.next.accepted.${listing.kind}`)
    default:
      return t(`hosting.next.${status}`)
  }
}
