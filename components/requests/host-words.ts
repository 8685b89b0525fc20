import type { Answer } from '@/components/listings/CardParts'
import { momentText, partyText } from '@/components/requests/words'
import { type Here, span } from '@/lib/i18n/moments'
import type { HostRequest } from '@/lib/requests/queries'
import { isPending } from '@/lib/requests/rules'

const MINUTE_MS = 60_000

/** What they want to be called, or that they did not say. */
export function guestName({ t }: Here, name: string | null): string {
  return name ?? t('hosting.nameless')
}

/** `3 места: 2 взрослых, 1 ребёнок`, and how long they have been waiting for a yes or a no. */
export function placesAnswer(here: Here, request: HostRequest): Answer {
  const { t } = here
  const { party, status, askedAt } = request
  const n = party.adults + party.children
  const waits = span(t, Math.max(MINUTE_MS, here.now.getTime() - askedAt.getTime()))
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

/** The parts of the inbox in the order in which they are read, and what stands first in each. */
const GROUPS = {
  open: (request: HostRequest) => request.expiresAt.getTime(),
  line: (request: HostRequest) => request.expiresAt.getTime(),
  accepted: (request: HostRequest) => request.startsAt.getTime(),
  past: (request: HostRequest) => -request.askedAt.getTime(),
} as const

export type Group = { key: keyof typeof GROUPS; requests: HostRequest[] }

/** The inbox in its parts; what ends or begins first stands first, of the past the newest. */
export function grouped(requests: HostRequest[], now: Date): Group[] {
  const keys = Object.keys(GROUPS) as Group['key'][]
  return keys.map((key) => ({
    key,
    requests: requests
      .filter((request) => groupOf(request, now) === key)
      .sort((a, b) => GROUPS[key](a) - GROUPS[key](b)),
  }))
}

function groupOf({ status, endsAt }: HostRequest, now: Date): Group['key'] {
  if (status === 'open') return 'open'
  if (isPending(status)) return 'line'
  return status === 'accepted' && endsAt > now ? 'accepted' : 'past'
}
