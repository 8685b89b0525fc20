import { nightsText, stayText } from '@/components/housing/words'
import type { Answer } from '@/components/listings/CardParts'
import { capital, sentence } from '@/components/listings/words'
import type { AskedNights } from '@/components/requests/AskForm'
import { departureDay, hourRange } from '@/components/rides/words'
import type { HousingDetailView } from '@/lib/housing/queries'
import { clock, dayName, type Here, span } from '@/lib/i18n/moments'
import { addDays, cityDay } from '@/lib/places/city-time'
import type { AskerRequest } from '@/lib/requests/queries'
import { isArrivalTime, isPending } from '@/lib/requests/rules'
import type { Party } from '@/lib/requests/views'

/** `2 взрослых, 1 ребёнок, просьба: только женщины`. */
export function partyText({ t }: Here, { adults, children, womenOnly }: Party): string {
  return sentence([
    t('requests.adults', { n: adults }),
    children > 0 && t('requests.children', { n: children }),
    womenOnly && t('requests.womenOnly'),
  ])
}

/** `18:40` today, else `завтра, 18:40`. */
export function momentText(here: Here, instant: Date): string {
  const day = cityDay(instant, here.zone)
  if (day === cityDay(here.now, here.zone)) return clock(here, instant)
  return here.t('requests.moment', { day: dayName(here, day), clock: clock(here, instant) })
}

/** `сегодня, 14:00–15:00` of a ride, `24 ноября – 7 декабря` of a stay. */
export function whenText(here: Here, { stay, startsAt }: Pick<AskerRequest, 'stay' | 'startsAt'>) {
  if (!stay) return sentence([departureDay(here, startsAt), hourRange(startsAt, here.zone)])
  return here.t('housing.fromTo', { first: dayName(here, stay.from), last: dayName(here, stay.to) })
}

/** The nights a form begins with: those that were looked for, else the first with free beds. */
export function askedNights(
  here: Here,
  home: HousingDetailView,
  asked: { from?: string | undefined; to?: string | undefined },
): AskedNights {
  const tonight = cityDay(here.now, here.zone)
  const from = asked.from ?? home.beds.freeFrom ?? home.beds.from
  const offered = { first: home.firstNight, last: home.lastNight }
  return {
    from,
    to: asked.to ?? addDays(from, home.minNights),
    first: [home.firstNight, tonight].sort().at(-1) ?? tonight,
    last: addDays(home.lastNight, 1),
    hint: capital(sentence([stayText(here, home), nightsText(here, offered)])),
  }
}

/** Where a request stands, in large words for the one who asked. */
export function statusAnswer(here: Here, request: AskerRequest): Answer {
  const { t } = here
  const { status, party, line, offerEndsAt } = request
  const n = party.adults + party.children
  if (status === 'offered' && offerEndsAt) {
    return {
      figure: t('requests.status.offered'),
      words: t('requests.status.until', { moment: momentText(here, offerEndsAt) }),
      now: t('requests.status.left', { span: span(t, offerEndsAt.getTime() - here.now.getTime()) }),
      long: true,
    }
  }
  if (status === 'waiting') {
    const words = t('requests.status.ahead', { n: line?.ahead ?? 0 })
    return { figure: t('requests.status.waiting'), words, long: true }
  }
  if (status === 'accepted' && request.arrivedAt) {
    return { figure: t('requests.status.arrived'), long: true }
  }
  if (isOver(request, here.now)) return { figure: t('requests.status.over'), quiet: true }
  const quiet = request.closedAt !== null
  return { figure: t(`requests.status.${status}`, { n }), quiet, long: !quiet }
}

/** What happens next, or why it ended, in one or two sentences. */
export function nextText(here: Here, request: AskerRequest): string {
  const { t } = here
  const { author, kind } = request.listing
  const moment = momentText(here, request.expiresAt)
  switch (request.status) {
    case 'open':
      return t('requests.next.open', { author, moment })
    case 'waiting':
      return request.line?.mode === 'take'
        ? t('requests.next.waitingTake', { moment })
        : t('requests.next.waitingOffer', { moment })
    case 'accepted':
      if (isOver(request, here.now)) return t('requests.next.over')
      return request.arrivedAt
        ? t('requests.next.arrived', { author })
        : t('requests.next.accepted')
    case 'declined':
      return kind === 'ride'
        ? t('requests.next.declinedRide', { author })
        : t('requests.next.declinedHousing', { author })
    case 'released':
      return t(`requests.next.${request.releasedBecause ?? 'listing_withdrawn'}`)
    default:
      return t(`requests.next.${request.status}`)
  }
}

/** What asks for a deed or will take place first, then what is awaited, last what has ended. */
export function byUrgency(requests: AskerRequest[], now: Date): AskerRequest[] {
  const rank = (request: AskerRequest) => {
    if (request.status === 'offered') return 0
    if (request.status === 'accepted' && !isOver(request, now)) return 1
    return isPending(request.status) ? 2 : 3
  }
  return [...requests].sort((a, b) => rank(a) - rank(b))
}

/** Whether it took place: nothing is left to do but to read it. */
export function isOver({ status, endsAt }: AskerRequest, now: Date): boolean {
  return status === 'accepted' && endsAt <= now
}

/** Whether one may say to have arrived: from the day of it on, once. */
export function mayArrive(here: Here, request: AskerRequest): boolean {
  const { status, arrivedAt, listing } = request
  if (status !== 'accepted' || arrivedAt) return false
  return isArrivalTime({ ...request, kind: listing.kind }, here.now)
}

/** Whether it can still be taken back. */
export function mayCancel(request: AskerRequest, now: Date): boolean {
  return isPending(request.status) || (request.status === 'accepted' && !isOver(request, now))
}

/** Whether it ended against the wish of the one who asked, who now needs something else. */
export function isLost({ status }: AskerRequest): boolean {
  return status === 'declined' || status === 'expired' || status === 'released'
}
