import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/Icon'
import type { IconName } from '@/components/ui/icons'
import { Mark } from './Mark'

export type SectionLink = { href: string; label: string; icon?: IconName; current?: boolean }
export type LanguageLink = { href: string; label: string; lang: string }

export type HeaderProps = {
  /** newcomer and volunteer: sections at the thumb. staff: in the header, folded on a phone. */
  variant: 'newcomer' | 'volunteer' | 'staff'
  homeHref: string
  sections?: { label: string; links: SectionLink[] }
  /** The languages this page is not in. */
  languages: { label: string; links: LanguageLink[] }
  /** On a phone a deed bar lies where the sections would be. */
  thumbTaken?: boolean
  /** Who is signed in, behind the sections; volunteers have it among theirs. */
  account?: { href: string; label: string }
  /** «Leave quickly»: a harmless page that makes the browser forget ours. */
  leave: { href: string; label: string }
}

export function Header({
  variant,
  homeHref,
  sections,
  thumbTaken,
  languages,
  account,
  leave,
}: HeaderProps) {
  const atThumb = variant !== 'staff'
  const links = sections?.links.map((link) => <Section key={link.href} {...link} />)
  return (
    <header id="top" className={classes('top', !atThumb && 'staff')}>
      <a className="brand" href={homeHref}>
        <Mark />
        Qadam
      </a>
      {sections ? (
        <nav
          className={classes(atThumb ? 'thumb' : 'desk', thumbTaken && 'taken')}
          aria-label={sections.label}
        >
          {atThumb ? (
            links
          ) : (
            <details>
              <summary>{sections.links.find(({ current }) => current)?.label}</summary>
              <div>
                {links}
                {account ? (
                  <a className="me" href={account.href}>
                    {account.label}
                  </a>
                ) : null}
              </div>
            </details>
          )}
        </nav>
      ) : null}
      <nav className="lang" aria-label={languages.label}>
        {languages.links.map(({ href, label, lang }) => (
          <a key={lang} href={href} lang={lang} hrefLang={lang}>
            {label}
          </a>
        ))}
      </nav>
      <a className="leave" href={leave.href}>
        {leave.label}
      </a>
    </header>
  )
}

function Section({ href, label, icon, current }: SectionLink) {
  return (
    <a href={href} aria-current={current ? 'page' : undefined}>
      {icon ? <Icon name={icon} /> : null}
      {label}
    </a>
  )
}
