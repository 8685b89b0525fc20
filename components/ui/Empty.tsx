import type { ReactNode } from 'react'
import { LinkButton } from './Button'

type Way = { href: string; label: ReactNode }

/** Nothing found: what is missing, the nearest thing that exists, other ways out. */
export function Empty({
  title,
  children,
  nearest,
  other,
  more = [],
}: {
  title: ReactNode
  children?: ReactNode
  nearest?: Way
  other?: Way
  more?: Way[]
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
      {[...more, ...(other ? [other] : [])].map(({ href, label }) => (
        <LinkButton key={href} href={href} look="quiet" wide>
          {label}
        </LinkButton>
      ))}
    </div>
  )
}
