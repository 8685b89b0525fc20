import { AnswerLine, KindLine } from '@/components/listings/CardParts'
import { sampleWord } from '@/components/listings/words'
import { HostAnswer } from '@/components/requests/HostAnswer'
import { guestName, hostNext, placesAnswer } from '@/components/requests/host-words'
import { whenText } from '@/components/requests/words'
import { RouteName } from '@/components/rides/words'
import { classes } from '@/components/ui/classes'
import type { HostRequest } from '@/lib/hosting/queries'
import type { Here } from '@/lib/i18n/moments'
import type { AskedListing } from '@/lib/requests/views'

/** Characters of the last message on a card; the page of the request has all of it. */
const EXCERPT = 160

/** One request in a volunteer's inbox: who, how many, when, and the two answers while they wait. */
export function HostCard({ request, here }: { request: HostRequest; here: Here }) {
  const { locale } = here
  const { listing } = request
  const answer = placesAnswer(here, request)
  const last = request.messages.at(-1)
  return (
    <li className={classes('card', answer.quiet && 'gone')}>
      <KindLine kind={listing.kind} sample={sampleWord(here, listing)}>
        <AskedName listing={listing} />
      </KindLine>
      <AnswerLine {...answer} />
      <h3 className="name">
        <a href={`/${locale}/my/requests/${request.id}`}>{guestName(here, request.name)}</a>
      </h3>
      <p>
        <b>{whenText(here, request)}</b>
      </p>
      {last?.side === 'asker' ? <p className="own-words">«{excerpt(last.text)}»</p> : null}
      <p>{hostNext(here, request)}</p>
      <HostAnswer request={request} here={here} />
    </li>
  )
}

/** `Таскала → Уральск`, or a home's title in its author's language. */
export function AskedName({
  listing,
}: {
  listing: Pick<AskedListing, 'from' | 'to' | 'title' | 'language'>
}) {
  const { from, to, title, language } = listing
  return (
    <span>
      {from && to ? <RouteName from={from} to={to} /> : <span lang={language}>{title}</span>}
    </span>
  )
}

function excerpt(text: string): string {
  const letters = [...text]
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('').trimEnd()}…` : text
}
