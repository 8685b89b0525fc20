import type { ReactNode } from 'react'

export type RouteStop = {
  /** Clock text; unknown times are left out. */
  time?: string
  name: string
  /** A line about the place itself, such as its name on the other side of the border. */
  detail?: ReactNode
  note?: ReactNode
}

/** A journey drawn as a line from the first stop to the last. */
export function RouteLine({ stops }: { stops: RouteStop[] }) {
  return (
    <ol className={stops.some(({ time }) => time) ? 'route timed' : 'route'}>
      {stops.map(({ time, name, detail, note }) => (
        <li key={name}>
          {time ? <time>{time}</time> : null}
          <b>{name}</b>
          {detail ? <p>{detail}</p> : null}
          {note ? <p className="small">{note}</p> : null}
        </li>
      ))}
    </ol>
  )
}
