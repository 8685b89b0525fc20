import { Lines } from '@/components/ui/Lines'
import type { Translator } from '@/lib/i18n/translator'
import type { JobCounts } from '@/lib/notifications/queries'

/** Every kind of job and how many of it wait, are tried again or failed. */
export function JobLines({ t, counts }: { t: Translator; counts: JobCounts[] }) {
  return (
    <Lines
      lines={counts.map(({ name, ...numbers }) => ({
        term: t(`jobs.name.${name}`),
        detail: countWords(t, numbers),
      }))}
    />
  )
}

function countWords(t: Translator, { waiting, retrying, failed }: Omit<JobCounts, 'name'>): string {
  const words = [
    waiting > 0 && t('jobs.waiting', { n: waiting }),
    retrying > 0 && t('jobs.retrying', { n: retrying }),
    failed > 0 && t('jobs.failedCount', { n: failed }),
  ]
  return words.filter(Boolean).join(', ') || t('jobs.idle')
}
