import { Pager } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { Refreshing } from '@/components/ui/Refreshing'
import { Tag } from '@/components/ui/Tag'
import type { CentreFate } from '@/lib/generated/prisma/enums'
import type { Here } from '@/lib/i18n/moments'
import type { ImportRow, ImportView } from '@/lib/imports/queries'
import type { CellChange, RowProblem } from '@/lib/registry/columns'

const FATES = ['error', 'duplicate', 'new', 'changed', 'unchanged'] as const
const TONES = { error: 'warn', duplicate: 'warn', new: 'now', changed: 'now' } as const

/** How far a batch is, without a script: the page refreshes by itself unless told not to. */
export function Progress({
  here: { locale, t },
  batch: { id, status, done, lines },
  refreshes,
}: {
  here: Here
  batch: ImportView
  refreshes: boolean
}) {
  const path = `/${locale}/staff/centres/imports/${id}`
  return (
    <Note title={`${t(`imports.status.${status}`)}.`}>
      <progress max={lines} value={done} aria-label={t(`imports.status.${status}`)} />{' '}
      {t(refreshes ? 'imports.progress' : 'imports.progressStill', { done, lines })}{' '}
      <a href={refreshes ? path : `${path}?working=1`}>
        {t(refreshes ? 'imports.stop' : 'imports.refresh')}
      </a>
      {refreshes ? <Refreshing seconds={3} /> : null}
    </Note>
  )
}

/** How many rows have which fate; each number leads to its rows. */
export function FateChips({
  here: { locale, t },
  batch: { id, counts },
  fate,
}: {
  here: Here
  batch: ImportView
  fate: CentreFate | undefined
}) {
  const path = `/${locale}/staff/centres/imports/${id}`
  return (
    <ul className="chips">
      <li>
        <a href={path} aria-current={fate ? undefined : 'true'}>
          {t('imports.all')}
        </a>
      </li>
      {FATES.filter((name) => counts[name] > 0).map((name) => (
        <li key={name}>
          <a href={`${path}?fate=${name}`} aria-current={fate === name ? 'true' : undefined}>
            {t(`imports.fate.${name}`)} {counts[name].toLocaleString(locale)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The rows in the order of the file: what becomes of each, what differs, what is wrong. */
export function ImportRows({
  here,
  batch,
  fate,
}: {
  here: Here
  batch: ImportView
  fate: CentreFate | undefined
}) {
  const { locale, t } = here
  const { id, rows, next } = batch
  if (rows.length === 0) return <p>{t('imports.noRows')}</p>
  const path = `/${locale}/staff/centres/imports/${id}`
  return (
    <>
      <ol className="stack">
        {rows.map((row) => (
          <Row key={row.line} here={here} row={row} />
        ))}
      </ol>
      {next ? (
        <Pager href={`${path}?${fate ? `fate=${fate}&` : ''}after=${next}`}>
          {t('imports.nextRows')}
        </Pager>
      ) : null}
    </>
  )
}

function Row({ here, row }: { here: Here; row: ImportRow }) {
  const { locale, t } = here
  const { line, fate, key, title, listingId, changes, problems } = row
  return (
    <li className="card">
      <p>
        <Tag tone={fate === 'unchanged' ? 'outline' : TONES[fate]}>{t(`imports.fate.${fate}`)}</Tag>{' '}
        <span className="small">
          {t('imports.line', { n: line })}
          {key ? `, ${key}` : ''}
        </span>
      </p>
      {title ? <p className="name">{title}</p> : null}
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.column}${problem.code}`}>{problemText(here, problem)}</li>
        ))}
        {changes.map((change) => (
          <Change key={change.column} here={here} change={change} />
        ))}
      </ul>
      {listingId ? (
        <p className="small">
          <a href={`/${locale}/staff/listings/${listingId}`}>{t('imports.standing')}</a>
        </p>
      ) : null}
    </li>
  )
}

function Change({ here: { t }, change: { column, from, to } }: { here: Here; change: CellChange }) {
  return (
    <li>
      <code>{column}</code>: <del>{from || t('imports.empty')}</del> →{' '}
      <ins>{to || t('imports.empty')}</ins>
    </li>
  )
}

type FieldKey = 'errors.field.required'

function problemText({ t }: Here, { column, code, values = {} }: RowProblem): string {
  const key = `errors.field.${code}` as FieldKey
  const text = t.has(key) ? t(key, values) : t('errors.field.invalid')
  return column ? `${column}: ${text}` : text
}
