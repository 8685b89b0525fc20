import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { CardList } from '@/components/listings/ListingCard'
import { HostCard } from '@/components/requests/HostCard'
import { HostWeek } from '@/components/requests/HostWeek'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Links'
import { PageHead, Section } from '@/components/ui/Section'
import { requireActor } from '@/lib/auth/session'
import {
  countUnanswered,
  type InboxEntry,
  listHostRequests,
  weekAhead,
} from '@/lib/hosting/queries'
import type { Here } from '@/lib/i18n/moments'
import { hereAt, localeOf, one, queryString, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('hosting.title')} — Qadam` }
}

/** A volunteer's inbox: who waits for an answer, the week ahead, then everything else. */
export default async function RequestsPage({ params, searchParams }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t, now } = here
  const cursor = one((await searchParams).cursor)
  const actor = await requireActor(locale, `/${locale}/my/requests`)
  const { requests, next } = await listHostRequests(actor, locale, now, cursor)
  const days = await weekAhead(actor, locale, now)
  const { count: waiting } = await countUnanswered(actor, now)
  const cards = (group: InboxEntry['group']) => (
    <Cards group={group} requests={requests} here={here} />
  )
  return (
    <VolunteerFrame
      locale={locale}
      path={`/my/requests${queryString({ cursor })}`}
      actor={actor}
      section="requests"
      waiting={waiting}
    >
      <PageHead title={t('hosting.title')}>
        <p>{waiting > 0 ? t('hosting.unanswered', { n: waiting }) : t('hosting.allAnswered')}</p>
      </PageHead>
      {requests.length === 0 ? (
        <Empty title={t('hosting.none')} nearest={{ href: `/${locale}/my`, label: t('my.title') }}>
          {t('hosting.noneHint')}
        </Empty>
      ) : null}
      {cards('open')}
      {requests.length === 0 || cursor ? null : <HostWeek days={days} here={here} />}
      {cards('line')}
      {cards('accepted')}
      {cards('past')}
      {next ? (
        <Pager href={`/${locale}/my/requests${queryString({ cursor: next })}`}>
          {t('filter.more')}
        </Pager>
      ) : null}
    </VolunteerFrame>
  )
}

function Cards({
  group,
  requests,
  here,
}: {
  group: InboxEntry['group']
  requests: InboxEntry[]
  here: Here
}) {
  const own = requests.filter((request) => request.group === group)
  if (own.length === 0) return null
  return (
    <Section title={here.t(`hosting.group.${group}`)}>
      <CardList>
        {own.map((request) => (
          <HostCard key={request.id} request={request} here={here} />
        ))}
      </CardList>
    </Section>
  )
}
