import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { AnswerCard } from '@/components/listings/AnswerCard'
import { sampleWord } from '@/components/listings/words'
import { HostAnswer } from '@/components/requests/HostAnswer'
import { AskedName } from '@/components/requests/HostCard'
import { HostMessages } from '@/components/requests/HostMessages'
import { guestName, hostNext, placesAnswer } from '@/components/requests/host-words'
import { whenText } from '@/components/requests/words'
import { BackLink, Tools } from '@/components/ui/Links'
import { requireActor } from '@/lib/auth/session'
import { getHostRequest } from '@/lib/hosting/queries'
import { hereAt, localeOf, orNotFound } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('hosting.one')} — Qadam` }
}

/** One request as the volunteer sees it: the party, the answer, the messages. */
export default async function RequestPage({ params }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const { locale, t, now } = here
  const path = `/my/requests/${id}`
  const actor = await requireActor(locale, `/${locale}${path}`)
  const request = await orNotFound(getHostRequest(actor, id, locale, now))
  const { listing, messages } = request
  const own = `/${locale}${path}`
  const isExpected = request.status === 'accepted' && request.endsAt > now
  return (
    <VolunteerFrame locale={locale} path={path} actor={actor} section="requests">
      <BackLink href={`/${locale}/my/requests`}>{t('hosting.title')}</BackLink>
      <AnswerCard
        kind={listing.kind}
        kindLine={<AskedName listing={listing} />}
        sample={sampleWord(here, listing)}
        answer={placesAnswer(here, request)}
        when={<b>{whenText(here, request)}</b>}
        name={guestName(here, request.name)}
      >
        <p>{hostNext(here, request)}</p>
        <HostAnswer request={request} here={here} />
      </AnswerCard>
      <HostMessages request={request} here={here} />
      <Tools
        links={[
          { href: `/${locale}/my/listings/${listing.id}`, label: t('hosting.toListing') },
          ...(isExpected ? [{ href: `${own}/decline`, label: t('hosting.decline.link') }] : []),
          ...(messages.some(({ side }) => side === 'host')
            ? [{ href: `${own}/erase`, label: t('hosting.erase.link') }]
            : []),
          { href: `${own}/wrong`, label: t('reports.link') },
        ]}
      />
    </VolunteerFrame>
  )
}
