import { describedBy, FieldFrame, type FieldWords } from './FieldFrame'

export type Option = {
  value: string
  label: string /** Options of one group stand together under its name. */
  group?: string
}

export type ControlProps = {
  name: string
  /** `number` keeps what was typed, even a word, so that the server can answer it. */
  type?:
    | 'text'
    | 'number'
    | 'date'
    | 'time'
    | 'email'
    | 'tel'
    | 'search'
    | 'textarea'
    | 'select'
    | 'file'
  defaultValue?: string
  /** Choices of a select. */
  options?: Option[]
  /** Height of a textarea in lines. */
  rows?: number
  autoComplete?: string
  /** Earliest and latest date or time. */
  min?: string
  max?: string
  /** Kinds of files to choose from. */
  accept?: string
  /** Language of what is typed, when it is not the page's. */
  lang?: string
}

/** A labelled control that knows of no form state: for GET forms. Elsewhere use `Field`. */
export function FieldControl({
  id,
  label,
  hint,
  optional,
  error,
  ...control
}: ControlProps & FieldWords & { id: string }) {
  return (
    <FieldFrame id={id} label={label} hint={hint} optional={optional} error={error}>
      <Control
        {...control}
        id={id}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? true : undefined}
      />
    </FieldFrame>
  )
}

type Wiring = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

function Control({
  type = 'text',
  options,
  rows,
  min,
  max,
  accept,
  ...shared
}: ControlProps & Wiring) {
  switch (type) {
    case 'textarea':
      return <textarea {...shared} rows={rows ?? 4} />
    case 'select':
      // React leaves a select's default as it was after a failed action; a new key starts it anew.
      return (
        <select {...shared} key={shared.defaultValue}>
          {grouped(options ?? []).map(({ group, members }) =>
            group ? (
              <optgroup key={group} label={group}>
                <Options options={members} />
              </optgroup>
            ) : (
              <Options key="" options={members} />
            ),
          )}
        </select>
      )
    case 'number':
      return <input {...shared} type="text" inputMode="numeric" />
    case 'file': {
      const { defaultValue: _, ...wiring } = shared
      return <input {...wiring} type="file" accept={accept} />
    }
    default:
      return <input {...shared} type={type} min={min} max={max} />
  }
}

function Options({ options }: { options: Option[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))
}

function grouped(options: Option[]): { group: string; members: Option[] }[] {
  const names = [...new Set(options.map(({ group = '' }) => group))]
  return names.map((name) => ({
    group: name,
    members: options.filter(({ group = '' }) => group === name),
  }))
}
