'use client'

import { useEffect, useRef } from 'react'
import type { FormState } from '@/lib/action'
import { fieldId } from './form-context'
import { Icon } from './Icon'

/**
 * What is left to change, on top of the form, with a link to each field. It takes the focus after
 * every failed submit: by `autofocus` when the page was loaded anew, by script otherwise.
 */
export function FormSummary({
  state,
  title,
  prefix,
}: {
  state: FormState
  title: string
  prefix: string
}) {
  const { errors, notice } = state
  const summary = useRef<HTMLDivElement>(null)
  const calm = errors.length === 0 && notice?.kind !== 'error'

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is announced, even an equal one
  useEffect(() => summary.current?.focus(), [state])

  if (errors.length === 0 && !notice) return null
  return (
    <div
      className={calm ? 'note' : 'note error'}
      role={calm ? 'status' : 'alert'}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without a script this is how the summary is found
      autoFocus
      ref={summary}
    >
      <Icon name={calm ? 'info' : 'alert'} />
      <div>
        {notice ? <p>{notice.text}</p> : null}
        {notice?.link ? (
          <p>
            <a href={notice.link.href}>{notice.link.label}</a>
          </p>
        ) : null}
        {notice?.obstacles?.length ? (
          <ul>
            {notice.obstacles.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        ) : null}
        {errors.length > 0 ? (
          <>
            <b>
              {title}: {errors.length}
            </b>
            <ul>
              {errors.map(({ field, message }) => (
                <li key={`${field} ${message}`}>
                  {field ? <a href={`#${fieldId(prefix, field)}`}>{message}</a> : message}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </div>
  )
}
