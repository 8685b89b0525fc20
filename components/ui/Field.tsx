'use client'

import { type ControlProps, FieldControl } from './FieldControl'
import type { FieldWords } from './FieldFrame'
import { useField } from './form-context'

export type FieldProps = ControlProps & Omit<FieldWords, 'error'>

/** One labelled control of an `ActionForm`: keeps what was typed and shows what to change. */
export function Field({ defaultValue = '', ...field }: FieldProps) {
  const { id, error, values } = useField(field.name, [defaultValue])
  return <FieldControl {...field} id={id} error={error} defaultValue={values[0] ?? ''} />
}

/** A value that travels with an `ActionForm`, such as the version it was opened at. */
export function HiddenField({ name, defaultValue = '' }: { name: string; defaultValue?: string }) {
  const { values } = useField(name, [defaultValue])
  return <input type="hidden" name={name} defaultValue={values[0] ?? ''} />
}
