import type { ReactNode } from 'react'

export type Line = { term: string; detail: ReactNode }

/** Facts as pairs of a word and its value. Leave out what is unknown. */
export function Lines({ lines }: { lines: Line[] }) {
  return (
    <dl className="lines">
      {lines.map(({ term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  )
}
