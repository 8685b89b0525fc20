import type { ReactNode } from 'react'
import { Icon } from './Icon'
import type { IconName } from './icons'

export type Need = {
  href: string
  icon: IconName
  name: ReactNode
  /** The live fact; what is true right now goes in `<b>`. */
  fact?: ReactNode
}

/** The home page's departures board: its question and the few answers, each with a live fact. */
export function Board({
  title,
  children,
  needs,
}: {
  title: string
  children?: ReactNode
  needs: Need[]
}) {
  return (
    <section className="board">
      <h1>{title}</h1>
      {children ? <p>{children}</p> : null}
      <ul>
        {needs.map(({ href, icon, name, fact }) => (
          <li key={href}>
            <a href={href}>
              <Icon name={icon} />
              <span>
                <strong>{name}</strong>
                {fact ? <small>{fact}</small> : null}
              </span>
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
