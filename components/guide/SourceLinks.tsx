import { Fragment } from 'react'
import { type Statement, sourceOf } from '@/lib/guide/statements'

const NBSP = '\u00a0'
const NB_HYPHEN = '\u2011'

/** The sources by name, each a link to what was read. A name with its date stays on one line. */
export function SourceLinks({ sources }: Pick<Statement, 'sources'>) {
  return sources.map(sourceOf).map(({ name, url }, index) => {
    return (
      <Fragment key={url}>
        {index > 0 ? ', ' : null}
        <a href={url} rel="noreferrer">
          {name.replaceAll(' ', NBSP).replaceAll('-', NB_HYPHEN)}
        </a>
      </Fragment>
    )
  })
}
