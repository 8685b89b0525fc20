import { notFound } from 'next/navigation'
import { bedsText, priceText } from '@/components/housing/words'
import { DraftNotes } from '@/components/keeping/DraftNotes'
import { NewcomerFrame } from '@/components/layout/frames'
import { authorLang } from '@/components/listings/words'
import { AskForm, AskSafety } from '@/components/requests/AskForm'
import { askedNights } from '@/components/requests/words'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { GUEST } from '@/lib/auth/viewer'
import { getHousing } from '@/lib/housing/queries'
import { stayQuerySchema } from '@/lib/housing/schema'
import {
  cityOf,
  hereAt,
  localeOf,
  orNotFound,
  queryString,
  type SearchParams,
} from '@/lib/i18n/page'
import { newToken } from '@/lib/private-links/tokens'
import { signFormTime } from '@/lib/requests/schema'
import { askerFromCookie } from '@/lib/requests/session'

interface Props {
  params: Promise<{ locale: string; city: string; id: string }>
  searchParams: SearchParams
}

export default async function AskForBedsPage({ params, searchParams }: Props) {
  const { locale: segment, city: slug, id } = await params
  const city = cityOf(slug)
  const here = hereAt(localeOf(segment), city)
  const { locale, now, t } = here
  const stay = stayQuerySchema.parse(await searchParams)
  const home = await orNotFound(getHousing(GUEST, id, locale, now, stay))
  if (home.city !== city) notFound()
  const path = `/${city}/housing/${id}`
  const query = queryString(stay)
  return (
    <NewcomerFrame locale={locale} path={`${path}/ask${query}`} city={city} section="housing">
      <BackLink href={`/${locale}${path}${query}`}>{t('requests.ask.back')}</BackLink>
      <PageHead title={home.beds.free > 0 ? t('requests.ask.deed') : t('requests.ask.deedLine')}>
        <p>
          <b lang={authorLang(here, home)}>{home.title}</b>, {bedsText(here, home.beds)},{' '}
          {priceText(here, home)}
        </p>
        <p>{t('requests.ask.intro')}</p>
      </PageHead>
      <AskSafety
        title={t('housing.safety.title')}
        rules={[
          t('requests.ask.meet'),
          t('rides.safety.crossing'),
          t('housing.safety.pay'),
          t('housing.safety.look'),
          t('housing.safety.tell'),
        ]}
      />
      <DraftNotes here={here} title={home.title} />
      <AskForm
        here={here}
        listingId={id}
        askedAt={signFormTime(now)}
        token={newToken()}
        womenOnRequest={home.suits.includes('womenOnRequest')}
        isPageOpen={(await askerFromCookie()) !== null}
        nights={askedNights(here, home, stay)}
      />
    </NewcomerFrame>
  )
}
