import type { ReactNode } from 'react'

/** Two short fields side by side, such as a date and a time. */
export function FieldPair({ children }: { children: ReactNode }) {
  return <div className="pair">{children}</div>
}
