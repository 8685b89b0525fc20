import type { Metadata } from 'next'
import { KeepButton } from '@/components/keeping/KeepButton'
import { OnPhone } from '@/components/keeping/OnPhone'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { BackLink } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { PageHead, Section } from '@/components/ui/Section'
import { Steps } from '@/components/ui/Steps'
import { TOPIC_NAMES } from '@/lib/guide/topics'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { CITY_SLUGS, cityName } from '@/lib/places/cities'

const RULES = ['only', 'age', 'listings', 'history', 'icon'] as const

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  return {
    ...pageMetadata(locale, '/keep', t('keep.title'), t('keep.lead')),
    // Only here: a phone that offers to install a page does so without having been asked.
    manifest: `/${locale}.webmanifest`,
    icons: { apple: '/icon-192.png' },
  }
}

export default async function KeepPage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t } = here
  const guide = `/${locale}/guide`
  const choices = [
    ...CITY_SLUGS.map((city) => ({
      title: t('pack.title', { city: cityName(city, locale) }),
      paths: [`/${locale}/${city}/pack`],
    })),
    {
      title: t('guide.title'),
      paths: [guide, ...TOPIC_NAMES.map((topic) => `${guide}/${topic}`), `/${locale}/crossings`],
    },
  ]
  return (
    <NewcomerFrame locale={locale} path="/keep">
      <BackLink href={`/${locale}`}>{t('frame.home')}</BackLink>
      <PageHead title={t('keep.title')}>
        <p>{t('keep.lead')}</p>
      </PageHead>
      <Note tone="warn" title={t('keep.searched')}>
        {t('keep.searchedText')}
      </Note>
      <Section title={t('keep.what')}>
        <ul className="kept">
          {choices.map(({ title, paths }) => (
            <li key={title}>
              <a href={paths[0]}>{title}</a> <KeepButton here={here} paths={paths} />
            </li>
          ))}
        </ul>
        <p className="hint">{t('keep.noButtons')}</p>
      </Section>
      <OnPhone here={here} />
      <Section title={t('keep.know')}>
        <Steps steps={RULES.map((rule) => ({ key: rule, text: t(`keep.rule.${rule}`) }))} />
      </Section>
    </NewcomerFrame>
  )
}
