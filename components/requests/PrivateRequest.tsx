import { AnswerLine, KindLine } from '@/components/listings/CardParts'
import { capital, sampleWord } from '@/components/listings/words'
import { AskedName } from '@/components/requests/HostCard'
import { PrivateDeeds } from '@/components/requests/PrivateDeeds'
import { PrivateDetails } from '@/components/requests/PrivateDetails'
import { PrivateMessages } from '@/components/requests/PrivateMessages'
import { isLost, nextText, partyText, statusAnswer, whenText } from '@/components/requests/words'
import { Tools } from '@/components/ui/Links'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import { cityDay } from '@/lib/places/city-time'
import type { AskerRequest } from '@/lib/requests/queries'
import type { AskedListing } from '@/lib/requests/views'

/** One request as whoever asked sees it: where it stands, what is theirs to know and to do. */
export function PrivateRequest({ request, here }: { request: AskerRequest; here: Here }) {
  const { t } = here
  const { listing } = request
  return (
    <section className="stack" id={request.id}>
      <div className={request.closedAt ? 'card answer gone' : 'card answer'}>
        <KindLine kind={listing.kind} sample={sampleWord(here, listing)}>
          {t(`listing.kind.${listing.kind}`)}, {listing.author}
        </KindLine>
        <AnswerLine {...statusAnswer(here, request)} />
        <h2>
          <ListingName listing={listing} here={here} />
        </h2>
        <p>
          {capital(whenText(here, request))}. {partyText(here, request.party)}.
        </p>
        <p>{nextText(here, request)}</p>
      </div>
      {request.released ? <PrivateDetails request={request} here={here} /> : null}
      {isLost(request) ? <Others request={request} here={here} /> : null}
      <PrivateDeeds request={request} here={here} />
      <PrivateMessages request={request} here={here} />
      <Tools
        links={[
          {
            href: `/${here.locale}/request/wrong/${request.id}`,
            label: t('reports.link'),
            icon: 'flag',
          },
        ]}
      />
    </section>
  )
}

/** Its route or title, a link while anyone can open its page. */
export function ListingName({ listing, here: { locale } }: { listing: AskedListing; here: Here }) {
  const { kind, city, id, isPublic } = listing
  const name = <AskedName listing={listing} />
  if (!isPublic) return name
  return <a href={`/${locale}/${city}/${kind === 'ride' ? 'rides' : 'housing'}/${id}`}>{name}</a>
}

/** The lists of what else fits the same party and time. */
function Others({ request, here: { locale, t, zone } }: { request: AskerRequest; here: Here }) {
  const { listing, party, stay, startsAt } = request
  const people = party.adults + party.children
  const date = stay ? null : cityDay(startsAt, zone)
  const under = `/${locale}/${listing.city}`
  return (
    <Tools
      links={[
        {
          href: `${under}/rides${queryString({ people, date })}`,
          label: t('requests.page.otherRides'),
          icon: 'car',
        },
        {
          href: `${under}/housing${queryString({ people, ...stay })}`,
          label: t('requests.page.otherHousing'),
          icon: 'bed',
        },
      ]}
    />
  )
}
