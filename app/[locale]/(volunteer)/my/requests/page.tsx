import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { CardList } from '@/components/listings/ListingCard'
import { HostCard } from '@/components/requests/HostCard'
import { HostWeek } from '@/components/requests/HostWeek'
import { type Group, grouped } from '@/components/requests/host-words'
import { Empty } from '@/components/ui/Empty'
import { PageHead, Section } from '@/components/ui/Section'
import { requireActor } from '@/lib/auth/session'
import type { Here } from '@/lib/i18n/moments'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { listHostRequests, weekAhead } from '@/lib/requests/queries'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('hosting.title')} — Qadam` }
}

/** A volunteer's inbox: who waits for an answer, the week ahead, then everything else. */
export default async function RequestsPage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t, now } = here
  const actor = await requireActor(locale, `/${locale}/my/requests`)
  const [requests, days] = await Promise.all([
    listHostRequests(actor, locale, now),
    weekAhead(actor, locale, now),
  ])
  const [open, ...later] = grouped(requests, now)
  const waiting = open?.requests.length ?? 0
  return (
    <VolunteerFrame
      locale={locale}
      path="/my/requests"
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
      ) : (
        <>
          {open ? <Cards group={open} here={here} /> : null}
          <HostWeek days={days} here={here} />
          {later.map((group) => (
            <Cards key={group.key} group={group} here={here} />
          ))}
        </>
      )}
    </VolunteerFrame>
  )
}

function Cards({ group, here }: { group: Group; here: Here }) {
  const { key, requests } = group
  if (requests.length === 0) return null
  return (
    <Section title={here.t(`hosting.group.${key}`)}>
      <CardList>
        {requests.map((request) => (
          <HostCard key={request.id} request={request} here={here} />
        ))}
      </CardList>
    </Section>
  )
}
