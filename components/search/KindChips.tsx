import type { Kept } from '@/components/search/SearchBox'
import { Chip, Chips } from '@/components/ui/Chips'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'

/** Whether everything or one kind is searched. */
export function KindChips({
  here: { t },
  action,
  typed,
  kind,
}: {
  here: Here
  /** Path of the search, without its query. */
  action: string
  /** What was typed into the box. */
  typed: Kept
  kind: 'ride' | 'housing' | 'centre' | null
}) {
  const kinds = [
    ['ride', 'rides'],
    ['housing', 'housing'],
    ['centre', 'centres'],
  ] as const
  return (
    <Chips>
      <Chip current={kind === null} href={`${action}${queryString(typed)}`}>
        {t('search.everything')}
      </Chip>
      {kinds.map(([value, name]) => (
        <Chip
          key={value}
          current={kind === value}
          href={`${action}${queryString({ ...typed, kind: value })}`}
        >
          {t(`frame.section.${name}`)}
        </Chip>
      ))}
    </Chips>
  )
}
