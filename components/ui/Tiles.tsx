import { Icon } from './Icon'
import type { IconName } from './icons'
import { VisuallyHidden } from './VisuallyHidden'

export type TileCount = {
  icon: IconName
  /** Colour class of the icon: centre, housing or ride. */
  kind: string
  /** The noun, for screen readers: «Поездки». */
  label: string
  /** «17», «больше 20». */
  count: string
}

export type Tile = { href: string; name: string; counts: TileCount[] }

/** Places as small cards, each one link with its counts. */
export function Tiles({ tiles }: { tiles: Tile[] }) {
  return (
    <ul className="tiles">
      {tiles.map(({ href, name, counts }) => (
        <li key={href}>
          <a href={href}>
            <b>{name}</b>
            <span>
              {counts.map(({ icon, kind, label, count }) => (
                <span key={label}>
                  <Icon name={icon} className={kind} />
                  <VisuallyHidden>{label}:</VisuallyHidden> {count}
                </span>
              ))}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

export type Call = { number: string; label: string }

/** Short phone numbers, one tap each. */
export function Calls({ calls }: { calls: Call[] }) {
  return (
    <ul className="calls">
      {calls.map(({ number, label }) => (
        <li key={number}>
          <a href={`tel:${number}`}>
            <b>{number}</b>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
