import type { ReactNode } from 'react'
import { LinkButton } from './Button'

type Way = { href: string; label: ReactNode }

/** Nothing found: what is missing, the nearest thing that exists, a second way out. */
export function Empty({
  title,
  children,
  nearest,
  other,
}: {
  title: ReactNode
  children?: ReactNode
  nearest?: Way
  other?: Way
}) {
  return (
    <div className="empty stack">
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {nearest ? (
        <LinkButton href={nearest.href} wide>
          {nearest.label}
        </LinkButton>
      ) : null}
      {other ? (
        <LinkButton href={other.href} look="quiet" wide>
          {other.label}
        </LinkButton>
      ) : null}
    </div>
  )
}
