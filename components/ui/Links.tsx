import type { ReactNode } from 'react'
import { LinkButton } from './Button'
import { Icon } from './Icon'
import type { IconName } from './icons'

/** The way back up, first thing in `main`. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="back" href={href}>
      <Icon name="back" />
      {children}
    </a>
  )
}

/** «Show more»: the next page of a list is an address of its own. */
export function Pager({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p>
      <LinkButton href={href} look="quiet" wide>
        {children}
      </LinkButton>
    </p>
  )
}

export type ToolLink = { href: string; label: ReactNode; icon?: IconName }

/** A row of small ways on: print, report, nearby cities. */
export function Tools({ links }: { links: ToolLink[] }) {
  return (
    <p className="tools">
      {links.map(({ href, label, icon }) => (
        <a key={href} href={href}>
          {icon ? <Icon name={icon} /> : null}
          {label}
        </a>
      ))}
    </p>
  )
}
