import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { CardList } from '@/components/listings/ListingCard'
import { OwnCard } from '@/components/listings/OwnCard'
import { LinkButton } from '@/components/ui/Button'
import { Empty } from '@/components/ui/Empty'
import { Tools } from '@/components/ui/Links'
import { NoteLink } from '@/components/ui/Note'
import { PageHead, Section } from '@/components/ui/Section'
import { listOwn, type OwnListing } from '@/lib/accounts/queries'
import { requireActor } from '@/lib/auth/session'
import { countUnanswered } from '@/lib/hosting/queries'
import { spanWaited } from '@/lib/i18n/moments'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { freshness, isPaused } from '@/lib/listings/rules'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  return pageMetadata(locale, '/my', translator(locale)('my.title'))
}

export default async function MyListingsPage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t, now } = here
  const actor = await requireActor(locale, `/${locale}/my`)
  const listings = await listOwn(actor, 'current', now)
  const { count: waiting, since } = await countUnanswered(actor, now)
  const isPublic = (own: OwnListing) => own.status === 'published' && !isPaused(own, now)
  const asks = (own: OwnListing) => isPublic(own) && freshness(own, now).dial <= 1
  const groups = [
    { key: 'ask', own: listings.filter(asks) },
    { key: 'public', own: listings.filter((own) => isPublic(own) && !asks(own)) },
    { key: 'hidden', own: listings.filter((own) => !isPublic(own)) },
  ] as const
  return (
    <VolunteerFrame locale={locale} path="/my" actor={actor} section="my" waiting={waiting}>
      <PageHead title={t('my.title')}>
        {actor.publicName ? <p className="small">{actor.publicName}</p> : null}
      </PageHead>
      {since ? (
        <NoteLink href={`/${locale}/my/requests`} title={t('hosting.unanswered', { n: waiting })}>
          {t('hosting.longest', { span: spanWaited(t, now.getTime() - since.getTime()) })}
        </NoteLink>
      ) : null}
      {listings.length === 0 ? (
        <Empty
          title={t('my.none')}
          nearest={{ href: `/${locale}/my/new`, label: t('my.addFirst') }}
        >
          {t('my.noneHint')}
        </Empty>
      ) : null}
      {groups.map(({ key, own }) =>
        own.length === 0 ? null : (
          <Section key={key} title={t(`my.group.${key}`)}>
            <CardList>
              {own.map((listing) => (
                <OwnCard key={listing.id} listing={listing} here={here} />
              ))}
            </CardList>
          </Section>
        ),
      )}
      {listings.length > 0 ? (
        <LinkButton href={`/${locale}/my/new`} look="quiet" wide icon="plus">
          {t('frame.add')}
        </LinkButton>
      ) : null}
      <Tools links={[{ href: `/${locale}/my/past`, label: t('my.past') }]} />
    </VolunteerFrame>
  )
}
