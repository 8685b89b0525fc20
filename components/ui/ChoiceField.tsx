'use client'

import { Choices, type ChoicesProps } from './Choices'
import type { FieldWords } from './FieldFrame'
import { useField } from './form-context'

export type ChoiceFieldProps = ChoicesProps & Omit<FieldWords, 'error'>

/** Radios or checkboxes of an `ActionForm`. */
export function ChoiceField({ defaultValue = [], ...field }: ChoiceFieldProps) {
  const { id, error, values } = useField(field.name, defaultValue)
  return <Choices {...field} id={id} error={error} defaultValue={values} />
}
