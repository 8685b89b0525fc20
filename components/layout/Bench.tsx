import type { ReactNode } from 'react'

/**
 * The staff's three columns from 64em: the list, the case, the decision. Narrower they stand below
 * each other, and beside a case the list is left out: the way back leads to it.
 */
export function Bench({
  list,
  matter,
  decision,
}: {
  list: ReactNode
  matter?: ReactNode
  decision?: ReactNode
}) {
  return (
    <div className={decision === undefined ? 'bench' : 'bench has-case'}>
      <div className="stack">{list}</div>
      <article className="stack">{matter}</article>
      <div className="decide stack">{decision}</div>
    </div>
  )
}

/** A listing as people will see it: its card and, below it, its text. */
export function Preview({ card, children }: { card: ReactNode; children?: ReactNode }) {
  return (
    <div className="seen">
      {card}
      {children ? <div className="stack">{children}</div> : null}
    </div>
  )
}
