import { uncheckedText } from '@/components/guide/words'
import { dateName, type Here } from '@/lib/i18n/moments'

/** «Проверено 22 ноября 2026», «Не проверяли 65 дней…» once that is long ago, or that nobody ever looked. */
export function checkedText(here: Here, checkedOn: string | null): string {
  if (!checkedOn) return here.t('facts.neverChecked')
  const checked = here.t('guide.checked', { date: dateName(here.locale, checkedOn, true) })
  return [checked, uncheckedText(here, { checkedOn })].filter(Boolean).join('. ')
}
