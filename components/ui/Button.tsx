import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './Icon'
import type { IconName } from './icons'

type Look = {
  /** At most one primary button on a page. */
  look?: 'primary' | 'quiet'
  wide?: boolean
  icon?: IconName
  children: ReactNode
}

export type ButtonProps = Look & {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  form?: string
  /** An answer is on its way: presses do nothing, yet the focus stays. */
  busy?: boolean
}

function buttonClass({ look, wide }: Pick<Look, 'look' | 'wide'>) {
  return classes('btn', look === 'quiet' && 'quiet', wide && 'wide')
}

/** A button of a plain form; inside an `ActionForm` use `SubmitButton`. */
export function Button({
  look,
  wide,
  icon,
  children,
  type = 'submit',
  busy,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonClass({ look, wide })}
      aria-disabled={busy || undefined}
      onClick={busy ? (press) => press.preventDefault() : undefined}
      {...rest}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

/** A link that looks like a button, for the one deed of a page that is a place to go to. */
export function LinkButton({ look, wide, icon, children, href }: Look & { href: string }) {
  return (
    <a href={href} className={buttonClass({ look, wide })}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  )
}

/** Buttons side by side, folding when there is no room. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="buttons">{children}</div>
}
