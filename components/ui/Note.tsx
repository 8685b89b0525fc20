import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './Icon'

export type NoteTone = 'info' | 'warn' | 'error'

/** What the reader should know before going on: a bold first sentence, then the rest. */
export function Note({
  tone = 'info',
  title,
  children,
}: {
  tone?: NoteTone
  title?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className={classes('note', tone !== 'info' && tone)}>
      <Icon name={tone === 'info' ? 'info' : 'alert'} />
      <div>
        {title ? <b>{title}</b> : null} {children}
      </div>
    </div>
  )
}

/** A note that is one big link, such as «2 requests wait for your answer». */
export function NoteLink({
  href,
  title,
  children,
}: {
  href: string
  title: ReactNode
  children?: ReactNode
}) {
  return (
    <a className="note ask" href={href}>
      <Icon name="mail" />
      <span>
        <b>{title}</b> {children}
      </span>
      <Icon name="next" />
    </a>
  )
}
