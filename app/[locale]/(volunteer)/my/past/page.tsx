import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { CardList } from '@/components/listings/ListingCard'
import { OwnCard } from '@/components/listings/OwnCard'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { listOwn } from '@/lib/accounts/queries'
import { requireActor } from '@/lib/auth/session'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  return pageMetadata(locale, '/my/past', translator(locale)('my.past'))
}

export default async function PastListingsPage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t, now } = here
  const actor = await requireActor(locale, `/${locale}/my/past`)
  const listings = await listOwn(actor, 'past', now)
  return (
    <VolunteerFrame locale={locale} path="/my/past" actor={actor} section="my">
      <BackLink href={`/${locale}/my`}>{t('my.title')}</BackLink>
      <PageHead title={t('my.past')}>
        {listings.length === 0 ? <p>{t('my.nonePast')}</p> : null}
      </PageHead>
      <CardList>
        {listings.map((listing) => (
          <OwnCard key={listing.id} listing={listing} here={here} heading="h2" />
        ))}
      </CardList>
    </VolunteerFrame>
  )
}
