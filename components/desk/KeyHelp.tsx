import type { Here } from '@/lib/i18n/moments'

const KEYS = ['a', 'j', 'k', 'e', 'z'] as const

/** Which keys work at the desk; shown when they do. */
export function KeyHelp({ here: { t } }: { here: Here }) {
  return (
    <details className="small key-help">
      <summary>{t('desk.keys')}</summary>
      <dl className="keys">
        {KEYS.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key.toUpperCase()}</kbd>
            </dt>
            <dd>{t(`desk.key.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
