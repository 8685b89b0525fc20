import type { ReactNode } from 'react'

/** The top of a page, or of a case beside a list (`h2`): title and the sentence that answers first. */
export function PageHead({
  title,
  heading: Heading = 'h1',
  kindLine,
  children,
}: {
  title: ReactNode
  heading?: 'h1' | 'h2'
  kindLine?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="head">
      {kindLine}
      <Heading>{title}</Heading>
      {children}
    </div>
  )
}

/** A titled part of a page, its children set apart evenly. */
export function Section({
  title,
  id,
  children,
}: {
  title: ReactNode
  id?: string
  children: ReactNode
}) {
  return (
    <section className="stack" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
