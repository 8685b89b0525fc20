import { FieldControl } from '@/components/ui/FieldControl'
import type { Here } from '@/lib/i18n/moments'
import type { Sort } from '@/lib/search/schema'

/** Kinds of lists with what their usual order is. */
type ListKind = 'ride' | 'housing' | 'centre'

/**
 * The order of a list. Where distances are known, the script adds a button that asks the phone
 * where it is; without a script, or where nobody knows, there is none.
 */
export function SortField({
  here: { t },
  kind,
  sorts,
  sort,
  near,
}: {
  here: Here
  kind: ListKind
  sorts: readonly Exclude<Sort, 'nearest' | 'soonest'>[]
  sort: Sort | undefined
  /** Where the reader is, when they have said so; undefined where no distance is known. */
  near?: string | null
}) {
  const options = [
    { value: '', label: t(`sort.soonest.${kind}`) },
    ...sorts.map((value) => ({ value, label: t(`sort.${value}`) })),
    ...(near ? [{ value: 'nearest', label: t('sort.nearest') }] : []),
  ]
  return (
    <>
      <FieldControl
        id="sort"
        name="sort"
        type="select"
        label={t('sort.label')}
        options={options}
        defaultValue={sort}
      />
      {near === undefined ? null : (
        <div className="stack-s">
          <input type="hidden" name="near" value={near ?? ''} disabled={!near} />
          <button
            type="button"
            className="btn quiet wide"
            data-near={t('sort.nearFailed')}
            aria-describedby="near-note"
            hidden
          >
            {t('sort.near')}
          </button>
          <span className="hint" id="near-note" data-near-note hidden>
            {t('sort.nearNote')}
          </span>
        </div>
      )}
    </>
  )
}

/** «около 3 км от вас», or nothing where it is not known. */
export function awayText({ t }: Here, km: number | undefined): string | null {
  if (km === undefined) return null
  return km === 0 ? t('sort.awayNext') : t('sort.away', { km })
}
