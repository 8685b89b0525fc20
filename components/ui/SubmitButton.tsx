'use client'

import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from './Button'

/**
 * The button of a form with a server action. While the answer is on its way a second press does
 * nothing; it stays focusable, so that nobody loses their place.
 */
export function SubmitButton(props: Omit<ButtonProps, 'type' | 'busy'>) {
  const { pending } = useFormStatus()
  return <Button {...props} busy={pending} />
}
