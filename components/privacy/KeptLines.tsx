import { Lines } from '@/components/ui/Lines'
import type { Translator } from '@/lib/i18n/translator'
import { KEPT } from '@/lib/retention/rules'

/** What is kept of whom, and for how long. */
export function KeptLines({ t }: { t: Translator }) {
  return (
    <Lines
      lines={KEPT.map(({ key, values }) => ({
        term: t(`privacy.term.${key}`),
        detail: t(`privacy.kept.${key}`, values as Record<string, number>),
      }))}
    />
  )
}
