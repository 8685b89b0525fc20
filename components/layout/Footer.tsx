import type { ReactNode } from 'react'

export type FooterProps = {
  /** Who runs the site, and when this page was made. */
  sentence: ReactNode
  links?: { href: string; label: string }[]
}

export function Footer({ sentence, links = [] }: FooterProps) {
  return (
    <footer>
      <p>{sentence}</p>
      {links.length > 0 ? (
        <ul>
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </footer>
  )
}
