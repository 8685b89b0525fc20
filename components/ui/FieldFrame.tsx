import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './Icon'

export type FieldWords = {
  label: ReactNode
  hint?: ReactNode
  /** The word «optional», given only where the field is. */
  optional?: string
  error?: string
}

/** Ids of the hint and the error of a field, for `aria-describedby`. */
export function describedBy(id: string, { hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  return classes(hint ? `${id}-hint` : undefined, error ? `${id}-error` : undefined) || undefined
}

/** Label, hint, error, control: in this order, one control under one label. */
export function FieldFrame({
  id,
  label,
  hint,
  optional,
  error,
  children,
}: FieldWords & { id: string; children: ReactNode }) {
  return (
    <div className={classes('field', error && 'bad')}>
      <label htmlFor={id}>
        {label}
        <OptionalWord word={optional} />
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** Hint and error of a field, with the ids that `describedBy` names. */
export function FieldNotes({
  id,
  hint,
  error,
}: Pick<FieldWords, 'hint' | 'error'> & { id: string }) {
  return (
    <>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="wrong" id={`${id}-error`}>
          <Icon name="alert" />
          {error}
        </span>
      ) : null}
    </>
  )
}

export function OptionalWord({ word }: { word?: string }) {
  return word ? <span className="hint">, {word}</span> : null
}
