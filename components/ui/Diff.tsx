import type { ReactNode } from 'react'

type Side = { label: string; text: ReactNode }

/** A proposed change, before and after side by side; mark the words with `<del>` and `<ins>`. */
export function Diff({ before, after }: { before: Side; after: Side }) {
  return (
    <div className="diff">
      {[before, after].map(({ label, text }) => (
        <div key={label}>
          <p className="small">{label}</p>
          <div>{text}</div>
        </div>
      ))}
    </div>
  )
}
