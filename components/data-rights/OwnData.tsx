import { ButtonRow, LinkButton } from '@/components/ui/Button'
import { Section } from '@/components/ui/Section'
import type { Locale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translator'

/** On the profile page: take along what is kept of oneself, or erase it. */
export function OwnData({ locale, t }: { locale: Locale; t: Translator }) {
  return (
    <Section title={t('ownData.title')}>
      <p>{t('ownData.downloadHint')}</p>
      <ButtonRow>
        <LinkButton look="quiet" href={`/${locale}/my/profile/data`}>
          {t('ownData.download')}
        </LinkButton>
        <LinkButton look="quiet" href={`/${locale}/my/profile/erase`}>
          {t('ownData.erase')}
        </LinkButton>
      </ButtonRow>
    </Section>
  )
}
