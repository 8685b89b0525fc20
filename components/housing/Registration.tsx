import { Section } from '@/components/ui/Section'
import { Steps } from '@/components/ui/Steps'
import { dateName, type Here } from '@/lib/i18n/moments'

// Order № 923 of 2025-11-17, in force since 2026-07-01.
const SOURCES = ['inform.kz, 2025-11-25', 'migron.kz', '24.kg']
const CHECKED_ON = '2026-11-22'
const DUTIES = ['term', 'host', 'again'] as const

/** The law on registering one's address, with its sources, and whether this host takes part. */
export function Registration({ isConfirmed, here }: { isConfirmed: boolean; here: Here }) {
  const { t, locale } = here
  return (
    <Section title={t('housing.registration.title')}>
      <p>
        <b>{t(isConfirmed ? 'housing.registration.yes' : 'housing.registration.notTold')}</b>
      </p>
      <Steps steps={DUTIES.map((key) => ({ key, text: t(`housing.registration.${key}`) }))} />
      <p className="hint">
        {t('guide.sources', {
          sources: SOURCES.join('; '),
          date: dateName(locale, CHECKED_ON, true),
        })}
      </p>
    </Section>
  )
}
