import { classes } from './classes'
import { describedBy, FieldNotes, type FieldWords, OptionalWord } from './FieldFrame'
import { TickRow } from './TickRow'

export type Choice = { value: string; label: string; hint?: string }

export type ChoicesProps = {
  name: string
  kind: 'radio' | 'checkbox'
  choices: Choice[]
  /** Values that are ticked. */
  defaultValue?: string[]
}

/** Radios or checkboxes under one legend, knowing of no form state: for GET forms. Elsewhere use `ChoiceField`. */
export function Choices({
  id,
  name,
  kind,
  choices,
  defaultValue = [],
  label,
  hint,
  optional,
  error,
}: ChoicesProps & FieldWords & { id: string }) {
  return (
    <fieldset
      className={classes('field', error && 'bad')}
      aria-describedby={describedBy(id, { hint, error })}
    >
      <legend>
        {label}
        <OptionalWord word={optional} />
      </legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {choices.map(({ value, label: choice, hint: about }, index) => (
        <TickRow
          key={value}
          id={index === 0 ? id : `${id}-${value}`}
          name={name}
          kind={kind}
          value={value}
          label={choice}
          hint={about}
          defaultChecked={defaultValue.includes(value)}
        />
      ))}
    </fieldset>
  )
}
