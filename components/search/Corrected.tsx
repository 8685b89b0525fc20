import type { Kept } from '@/components/search/SearchBox'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import type { Understood } from '@/lib/search/query'

/** How a mistyped query was read, and the way to search for it as it was typed. */
export function Corrected({
  here: { t },
  action,
  asked,
  words,
}: {
  here: Here
  /** Path of what is searched, without its query. */
  action: string
  /** What the address asks now. */
  asked: Kept & { q?: string | undefined }
  words: Understood | null
}) {
  if (!words?.suggestion || !asked.q || words.unknown.length > 0) return null
  const literally = queryString({ ...asked, literal: '1', cursor: null })
  return (
    <p>
      {t('search.corrected', { words: words.suggestion })}{' '}
      <a href={`${action}${literally}`}>{t('search.literally', { words: asked.q })}</a>
    </p>
  )
}
