import { Steps } from '@/components/ui/Steps'
import { DUTIES } from '@/lib/guide/duties'
import { type Statement, sourceOf } from '@/lib/guide/statements'
import { dateName, type Here } from '@/lib/i18n/moments'

/** The legal duties of a driver or host, each with its sources and the day they were read. */
export function Duties({ here, kind }: { here: Here; kind: 'ride' | 'housing' }) {
  const { t, locale } = here
  const duties = Object.entries<Statement>(DUTIES[kind])
  return (
    <>
      <Steps
        steps={duties.map(([name, { sources, checkedOn }]) => ({
          key: name,
          text: (
            <>
              {t(`duties.${kind}.${name as 'illegalMigration'}`)}{' '}
              <span className="small">
                {t('duties.sources', {
                  sources: sources.map((source) => sourceOf(source).name).join(', '),
                  date: dateName(locale, checkedOn, true),
                })}
              </span>
            </>
          ),
        }))}
      />
      <p>{t(`duties.${kind}.promise`)}</p>
      <p className="small">{t('duties.changing')}</p>
    </>
  )
}
