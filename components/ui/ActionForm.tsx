'use client'

import { type FormEvent, type ReactNode, useActionState, useState } from 'react'
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
  once = false,
  files,
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
  /** Whether what is shown in answer takes the place of the form. */
  once?: boolean
  /** How large a file may be: with a script it is refused before it is sent. */
  files?: { maxBytes: number; tooLarge: string }
  children?: ReactNode
}) {
  const [first] = useState<FormState>({ values: initial, errors: [] })
  const [answer, dispatch] = useActionState(action, first)
  const [unsent, setUnsent] = useState<FormState>()
  const state = unsent ?? answer
  const refuseLarge = (event: FormEvent<HTMLFormElement>) => {
    const large = files && largeFile(event.currentTarget, files.maxBytes)
    if (large) event.preventDefault()
    const errors = large ? [{ field: large, message: files.tooLarge }] : []
    setUnsent(large ? { values: {}, errors } : undefined)
  }
  return (
    <FormProvider value={{ state, answered: state !== first, prefix }}>
      <form action={dispatch} onSubmit={files && refuseLarge} noValidate className="form">
        <FormSummary state={state} title={summaryTitle} prefix={prefix} />
        {once && state.notice?.kind === 'info' ? null : (
          <>
            {children}
            {submit ? <SubmitButton wide>{submit}</SubmitButton> : null}
          </>
        )}
      </form>
    </FormProvider>
  )
}

/** The name of a field that holds a larger file. */
function largeFile(form: HTMLFormElement, maxBytes: number): string | undefined {
  const chosen = [...new FormData(form)]
  return chosen.find(([, value]) => value instanceof File && value.size > maxBytes)?.[0]
}
