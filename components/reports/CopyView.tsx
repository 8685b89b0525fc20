import { describeKind } from '@/components/listings/describe'
import { sentence } from '@/components/listings/words'
import { momentText, partyText } from '@/components/requests/words'
import { departureDay, hourRange } from '@/components/rides/words'
import { Lines } from '@/components/ui/Lines'
import type { Here } from '@/lib/i18n/moments'
import type { ReportCopy } from '@/lib/reports/rules'

/** The sealed copy of a report, opened: what everyone saw, then what only the two sides did. */
export async function CopyView({ copy, here }: { copy: ReportCopy; here: Here }) {
  const { listing, request } = copy
  return (
    <>
      <ListingCopy listing={listing} here={here} />
      {request ? <RequestCopy request={request} author={listing.author} here={here} /> : null}
    </>
  )
}

async function ListingCopy({ listing, here }: { listing: ReportCopy['listing']; here: Here }) {
  const { t } = here
  const departsAt = listing.departsAt && new Date(listing.departsAt)
  const leaves = departsAt
    ? [
        {
          term: t('reports.staff.departs'),
          detail: sentence([departureDay(here, departsAt), hourRange(departsAt, here.zone)]),
        },
      ]
    : []
  const said = await describeKind(here, listing.kind, listing.form)
  return (
    <Lines
      lines={[
        { term: t('moderation.name'), detail: listing.author },
        ...leaves,
        ...said
          .filter(({ value }) => value !== '')
          .map(({ label, value }) => ({
            term: label,
            detail: <span className="own-words">{value}</span>,
          })),
      ]}
    />
  )
}

const RELEASED = {
  time: 'requests.page.exactTime',
  point: 'rides.form.point',
  car: 'rides.form.car',
  plate: 'rides.form.plate',
  address: 'housing.form.address',
} as const

function RequestCopy({
  request,
  author,
  here,
}: {
  request: NonNullable<ReportCopy['request']>
  author: string
  here: Here
}) {
  const { t } = here
  const guest = request.name ?? t('reports.staff.guest')
  return (
    <>
      <h3>{t('reports.staff.party')}</h3>
      <p>{sentence([guest, partyText(here, request)])}</p>
      {request.released ? (
        <>
          <h3>{t('reports.staff.released')}</h3>
          <Lines
            lines={Object.entries(request.released).map(([name, value]) => ({
              term: t(RELEASED[name as keyof typeof RELEASED]),
              detail: <span className="own-words">{value}</span>,
            }))}
          />
        </>
      ) : null}
      <h3>{t('reports.staff.messages')}</h3>
      {request.messages.length === 0 ? <p>{t('reports.staff.noMessages')}</p> : null}
      {request.messages.map(({ side, text, sentAt }) => (
        <div key={`${side}${sentAt}`}>
          <p className="small">
            <b>{side === 'asker' ? guest : author}</b>, {momentText(here, new Date(sentAt))}
          </p>
          <p className="own-words">{text}</p>
        </div>
      ))}
    </>
  )
}
