import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { ReasonForms } from '@/components/reports/ReasonForm'
import { Thanks } from '@/components/reports/Thanks'
import { guestName } from '@/components/requests/host-words'
import { partyText, whenText } from '@/components/requests/words'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { requireActor } from '@/lib/auth/session'
import { getHostRequest } from '@/lib/hosting/queries'
import { hereAt, localeOf, orNotFound, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { reportAsHost } from '@/lib/reports/actions'
import { HOST_REASONS, readSent, sentQuery } from '@/lib/reports/schema'

interface Props {
  params: Promise<{ locale: string; id: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('hosting.one')} — Qadam` }
}

/** What was wrong with somebody who asks, or who came. */
export default async function WrongPage({ params, searchParams }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const { locale, now, t } = here
  const path = `/my/requests/${id}`
  const actor = await requireActor(locale, `/${locale}${path}/wrong`)
  const request = await orNotFound(getHostRequest(actor, id, locale, now))
  const { kind, city } = request.listing
  const sent = readSent(await searchParams, now)
  const told = { action: reportAsHost, kind, about: { name: 'requestId', value: id } } as const
  const back = { href: `/${locale}${path}`, label: t('hosting.one') }
  return (
    <VolunteerFrame
      locale={locale}
      path={`${path}/wrong${sent ? sentQuery(sent) : ''}`}
      actor={actor}
      section="requests"
    >
      {sent ? (
        <Thanks sent={sent} told={told} city={city} back={back} here={here} />
      ) : (
        <>
          <BackLink href={back.href}>{back.label}</BackLink>
          <PageHead title={t('reports.link')}>
            <p>
              <b>{guestName(here, request.name)}</b>, {partyText(here, request.party)},{' '}
              {whenText(here, request)}
            </p>
          </PageHead>
          <ReasonForms told={told} reasons={[...HOST_REASONS]} here={here} />
        </>
      )}
    </VolunteerFrame>
  )
}
