import type { Here } from '@/lib/i18n/moments'
import type { Understood } from '@/lib/search/query'
import { COUNTED, QUERY_LENGTH } from '@/lib/search/schema'

/** A count that was made only so far: «17», «больше 20». */
export function countText({ t }: Here, count: number): string {
  return count > COUNTED ? t('search.more', { n: COUNTED }) : String(count)
}

/** Why a query found nothing. */
export function whyEmpty({ t }: Here, words: Understood): string {
  if (words.tooLong) return t('search.empty.tooLong', { max: QUERY_LENGTH.max })
  if (words.elsewhere) return t('search.empty.elsewhere')
  if (words.unknown.length > 0) {
    return t('search.empty.unknown', { words: words.unknown.join(', ') })
  }
  return t(words.wishes.length > 0 ? 'search.empty.together' : 'search.empty.blank')
}
