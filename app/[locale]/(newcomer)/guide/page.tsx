import type { Metadata } from 'next'
import { AllNumbers } from '@/components/guide/ShortNumbers'
import { TopicList } from '@/components/guide/TopicList'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { ListingTools } from '@/components/listings/ListingTools'
import { ButtonRow, LinkButton } from '@/components/ui/Button'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  return pageMetadata(locale, '/guide', t('guide.title'), t('guide.description'))
}

export default async function GuidePage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t } = here
  return (
    <NewcomerFrame locale={locale} path="/guide" section="guide">
      <BackLink href={`/${locale}`}>{t('frame.home')}</BackLink>
      <PageHead title={t('guide.title')}>
        <p>{t('guide.lead')}</p>
      </PageHead>
      <TopicList here={here} />
      <ButtonRow>
        <LinkButton href={`/${locale}/plan`}>{t('home.plan.make')}</LinkButton>
        <LinkButton href={`/${locale}/crossings`} look="quiet">
          {t('guide.leadsTo.crossings')}
        </LinkButton>
      </ButtonRow>
      <AllNumbers here={here} />
      <ListingTools here={here} path="/guide" title={t('guide.title')} />
    </NewcomerFrame>
  )
}
