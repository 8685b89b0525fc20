import type { ReactNode } from 'react'
import { Icon } from './Icon'

export type Step = { key: string; text: ReactNode }

/** What to bring, what to do, what to keep in mind: one sentence each, with a tick. */
export function Steps({ steps }: { steps: Step[] }) {
  return (
    <ul className="steps">
      {steps.map(({ key, text }) => (
        <li key={key}>
          <Icon name="check" />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
