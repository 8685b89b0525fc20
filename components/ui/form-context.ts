'use client'

import { createContext, useContext } from 'react'
import type { FormState } from '@/lib/action'

type FormContext = {
  state: FormState
  /** Whether the state answers a submit: then a name without a value was left empty. */
  answered: boolean
  /** Start of the ids of this form's fields. */
  prefix: string
}

const context = createContext<FormContext>({
  state: { values: {}, errors: [] },
  answered: false,
  prefix: 'f',
})

export const FormProvider = context.Provider

/** Id, error and values of one field of the form around it; `fallback` before the first submit. */
export function useField(name: string, fallback: string[]) {
  const { state, answered, prefix } = useContext(context)
  return {
    id: fieldId(prefix, name),
    error: state.errors.find(({ field }) => field === name)?.message,
    values: state.values[name] ?? (answered ? [] : fallback),
  }
}

export function fieldId(prefix: string, name: string) {
  return `${prefix}-${name}`
}
