import { LinkButton } from '@/components/ui/Button'
import { PageHead } from '@/components/ui/Section'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'

/** The one answer for every link of a mail that says nothing any more, or never did. */
export function DeadLink({ locale }: { locale: Locale }) {
  const t = translator(locale)
  return (
    <>
      <PageHead title={t('truth.dead')}>
        <p>{t('truth.deadHint')}</p>
      </PageHead>
      <LinkButton wide href={`/${locale}/my`}>
        {t('my.title')}
      </LinkButton>
    </>
  )
}
