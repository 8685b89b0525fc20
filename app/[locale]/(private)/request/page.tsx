import { NewcomerFrame } from '@/components/layout/frames'
import { PrivateClosed } from '@/components/requests/PrivateClosed'
import { PrivateRequest } from '@/components/requests/PrivateRequest'
import { PrivateLink, PrivateTools } from '@/components/requests/PrivateTools'
import { byUrgency } from '@/components/requests/words'
import { PageHead } from '@/components/ui/Section'
import { env } from '@/lib/env'
import { hereAt, localeOf, one, queryString, type SearchParams } from '@/lib/i18n/page'
import { timeZoneOf } from '@/lib/places/cities'
import { listAskerRequests } from '@/lib/requests/queries'
import { askerFromCookie, tokenFromCookie } from '@/lib/requests/session'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

export default async function PrivatePage({ params, searchParams }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, now, t } = here
  const asker = await askerFromCookie()
  const requests = asker ? await listAskerRequests(asker, locale, now) : []
  if (requests.length === 0) return <PrivateClosed here={here} />
  const query = await searchParams
  const [isNew, refresh] = [one(query.new), one(query.refresh)]
  const link = `${env.publicUrl}/${locale}/request/${await tokenFromCookie()}`
  return (
    <NewcomerFrame locale={locale} path={`/request${queryString({ new: isNew, refresh })}`}>
      <PageHead title={t('requests.page.title')} />
      {isNew ? <PrivateLink link={link} here={here} /> : null}
      {byUrgency(requests, now).map((request) => (
        <PrivateRequest
          key={request.id}
          request={request}
          here={{ ...here, zone: timeZoneOf(request.listing.city) }}
        />
      ))}
      {isNew ? null : <PrivateLink link={link} here={here} />}
      <PrivateTools still={refresh !== undefined} here={here} />
    </NewcomerFrame>
  )
}
