import { notFound, redirect } from 'next/navigation'
import { NewcomerFrame } from '@/components/layout/frames'
import { ReasonForms } from '@/components/reports/ReasonForm'
import { Thanks } from '@/components/reports/Thanks'
import { ListingName } from '@/components/requests/PrivateRequest'
import { whenText } from '@/components/requests/words'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { hereAt, localeOf, type SearchParams } from '@/lib/i18n/page'
import { timeZoneOf } from '@/lib/places/cities'
import { reportAsAsker } from '@/lib/reports/actions'
import { readSent, reasonsFor, sentQuery } from '@/lib/reports/schema'
import { listAskerRequests } from '@/lib/requests/queries'
import { askerFromCookie } from '@/lib/requests/session'

interface Props {
  params: Promise<{ locale: string; id: string }>
  searchParams: SearchParams
}

/** «Something was wrong» with a request, also with one that has ended. */
export default async function WrongPage({ params, searchParams }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const { locale, now, t } = here
  const asker = await askerFromCookie()
  if (!asker) redirect(`/${locale}/request`)
  const requests = await listAskerRequests(asker, locale, now)
  const request = requests.find((own) => own.id === id) ?? notFound()
  const { kind, city } = request.listing
  const sent = readSent(await searchParams, now)
  const told = { action: reportAsAsker, kind, about: { name: 'requestId', value: id } } as const
  const back = { href: `/${locale}/request`, label: t('requests.page.back') }
  return (
    <NewcomerFrame
      locale={locale}
      path={`/request/wrong/${id}${sent ? sentQuery(sent) : ''}`}
      city={city}
    >
      {sent ? (
        <Thanks sent={sent} told={told} city={city} back={back} here={here} />
      ) : (
        <>
          <BackLink href={back.href}>{back.label}</BackLink>
          <PageHead title={t('reports.link')}>
            <p>
              <b>
                <ListingName listing={request.listing} here={here} />
              </b>
              , {whenText({ ...here, zone: timeZoneOf(city) }, request)}
            </p>
          </PageHead>
          <ReasonForms told={told} reasons={reasonsFor(kind)} here={here} />
        </>
      )}
    </NewcomerFrame>
  )
}
