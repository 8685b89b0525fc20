import { notFound } from 'next/navigation'
import { NewcomerFrame } from '@/components/layout/frames'
import { ReasonForms } from '@/components/reports/ReasonForm'
import { Thanks } from '@/components/reports/Thanks'
import { AskedName } from '@/components/requests/HostCard'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { TrueForm, WaitForm } from '@/components/visits/VisitForms'
import { GUEST } from '@/lib/auth/viewer'
import { cityOf, hereAt, localeOf, orNotFound, type SearchParams } from '@/lib/i18n/page'
import { KIND_PATHS, kindOfPath } from '@/lib/listings/kinds'
import { reportListing } from '@/lib/reports/actions'
import { getTold } from '@/lib/reports/queries'
import { readSent, reasonsFor, sentQuery } from '@/lib/reports/schema'

interface Props {
  params: Promise<{ locale: string; city: string; kinds: string; id: string }>
  searchParams: SearchParams
}

/** What a newcomer says of a listing: true or not, how long they waited. One tap, no account. */
export default async function TellPage({ params, searchParams }: Props) {
  const { locale: segment, city: slug, kinds, id } = await params
  const city = cityOf(slug)
  const here = hereAt(localeOf(segment), city)
  const { locale, now, t } = here
  const listing = await orNotFound(getTold(GUEST, id, locale, now))
  const { kind } = listing
  if (listing.city !== city || kindOfPath(kinds) !== kind) notFound()
  const path = `/${city}/${KIND_PATHS[kind]}/${id}`
  const sent = readSent(await searchParams, now)
  const told = { action: reportListing, kind, about: { name: 'listingId', value: id } } as const
  const back = { href: `/${locale}${path}`, label: t('reports.toListing') }
  return (
    <NewcomerFrame
      locale={locale}
      path={`${path}/tell${sent ? sentQuery(sent) : ''}`}
      city={city}
      section={KIND_PATHS[kind]}
    >
      {sent ? (
        <Thanks sent={sent} told={told} city={city} back={back} here={here} />
      ) : (
        <>
          <BackLink href={back.href}>{back.label}</BackLink>
          <PageHead title={t('visits.title')}>
            <p>
              <b>
                <AskedName listing={listing} />
              </b>
            </p>
            <p>{t('visits.hint')}</p>
          </PageHead>
          <TrueForm listingId={id} here={here} />
          {kind === 'centre' ? <WaitForm listingId={id} here={here} /> : null}
          <ReasonForms told={told} reasons={reasonsFor(kind)} here={here} />
        </>
      )}
    </NewcomerFrame>
  )
}
