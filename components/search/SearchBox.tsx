import { Button } from '@/components/ui/Button'
import type { Here } from '@/lib/i18n/moments'
import { QUERY_LENGTH } from '@/lib/search/schema'

/** What goes into the address beside the words: the other filters of a list. */
export type Kept = Record<string, string | number | null | undefined>

/** The box for words: a GET form, so every search has an address and needs no script. */
export function SearchBox({
  here: { t },
  action,
  label,
  hint,
  q,
  kept = {},
  quiet,
}: {
  here: Here
  /** Path of what is searched, without its query. */
  action: string
  label: string
  hint?: string
  q?: string | undefined
  kept?: Kept
  /** Where the page's one clear deed is another. */
  quiet?: boolean
}) {
  return (
    <search>
      <form action={action} className="field">
        <label htmlFor="q">{label}</label>
        {hint ? (
          <span className="hint" id="q-hint">
            {hint}
          </span>
        ) : null}
        <HiddenFields kept={kept} />
        <span className="find">
          <input
            type="search"
            id="q"
            name="q"
            defaultValue={q}
            maxLength={QUERY_LENGTH.max}
            enterKeyHint="search"
            aria-describedby={hint ? 'q-hint' : undefined}
          />
          <Button icon="search" look={quiet ? 'quiet' : 'primary'}>
            {t('search.submit')}
          </Button>
        </span>
      </form>
    </search>
  )
}

/** What travels along with a form. */
export function HiddenFields({ kept }: { kept: Kept }) {
  return Object.entries(kept).map(([name, value]) =>
    value ? <input key={name} type="hidden" name={name} value={value} /> : null,
  )
}
