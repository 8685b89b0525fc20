import { classes } from './classes'
import { type IconName, iconPaths } from './icons'

/**
 * A line icon, hidden from screen readers: a word always stands beside it.
 * Its path is written in place: compressed, a repeated path costs less than a sprite and its references.
 */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={classes('icon', className)} viewBox="0 0 24 24" aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  )
}
