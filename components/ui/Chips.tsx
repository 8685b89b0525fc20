import type { ReactNode } from 'react'
import { Button, ButtonRow, LinkButton } from './Button'
import { Icon } from './Icon'

/** One row of filters: `FilterDetails` first, then a `Chip` for each filter worth one tap. */
export function Chips({ children }: { children: ReactNode }) {
  return <div className="chips">{children}</div>
}

/** One filter as a link. The current one is on, and its link turns it off. */
export function Chip({
  href,
  current,
  children,
}: {
  href: string
  current?: boolean
  children: ReactNode
}) {
  return (
    <a href={href} aria-current={current ? 'true' : undefined}>
      {current ? <Icon name="check" /> : null}
      {children}
    </a>
  )
}

/** The chip that opens the whole filter form: a GET form, so every search has an address. */
export function FilterDetails({
  label,
  action,
  submit,
  reset,
  open,
  children,
}: {
  label: ReactNode
  /** Path of the list, without its query. */
  action: string
  submit: string
  reset: { href: string; label: string }
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open}>
      <summary>
        <Icon name="filter" />
        {label}
      </summary>
      <form action={action} className="form">
        {children}
        <ButtonRow>
          <Button>{submit}</Button>
          <LinkButton href={reset.href} look="quiet">
            {reset.label}
          </LinkButton>
        </ButtonRow>
      </form>
    </details>
  )
}
