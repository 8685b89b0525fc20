'use client'

import { type ReactNode, useActionState, useState } from 'react'
import type { FormAction, FormState } from '@/lib/action'
import { FormSummary } from './FormSummary'
import { FormProvider } from './form-context'
import { SubmitButton } from './SubmitButton'

/**
 * A form whose server action answers with a `FormState`. Works before and without scripts; typed
 * values come back with the answer, because React resets the form after each action.
 */
export function ActionForm({
  action,
  initial = {},
  summaryTitle,
  submit,
  prefix = 'f',
  children,
}: {
  action: FormAction
  initial?: FormState['values']
  /** «To fix»; the form adds a colon and the number. */
  summaryTitle: string
  /** Words of the primary button; left out when the children bring their own `SubmitButton`s. */
  submit?: string
  /** Start of the field ids, where one page has several forms. */
  prefix?: string
  children?: ReactNode
}) {
  const [first] = useState<FormState>({ values: initial, errors: [] })
  const [state, dispatch] = useActionState(action, first)
  return (
    <FormProvider value={{ state, answered: state !== first, prefix }}>
      <form action={dispatch} noValidate className="form">
        <FormSummary state={state} title={summaryTitle} prefix={prefix} />
        {children}
        {submit ? <SubmitButton wide>{submit}</SubmitButton> : null}
      </form>
    </FormProvider>
  )
}
