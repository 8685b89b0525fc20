import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { Tag } from './Tag'

export type QueueItem = {
  href: string
  title: ReactNode
  /** How long it has been waiting. */
  waited: string
  about?: ReactNode
  status?: ReactNode
  current?: boolean
}

/** One group of the staff queue; `urgent` marks the group to begin with. */
export function QueueGroup({
  title,
  urgent,
  items,
}: {
  title: string
  urgent?: boolean
  items: QueueItem[]
}) {
  return (
    <section className="queue">
      <h2>
        {urgent ? <Icon name="alert" /> : null}
        {title} <span>{items.length}</span>
      </h2>
      <ol>
        {items.map(({ href, title: name, waited, about, status, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'true' : undefined}>
              <b>
                {name} <time>{waited}</time>
              </b>
              {about ? <span>{about}</span> : null}
              {status ? <Tag>{status}</Tag> : null}
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
