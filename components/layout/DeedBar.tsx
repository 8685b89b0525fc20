import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/Button'

export type DeedProps = {
  /** The answer in two short lines. */
  answer: ReactNode
  detail: ReactNode
  href: string
  label: ReactNode
}

/** The bar at the thumb of a detail page: the answer once more, and the one thing to do. */
export function DeedBar({ answer, detail, href, label }: DeedProps) {
  return (
    <div className="deed">
      <p>
        <b>{answer}</b>
        <br />
        {detail}
      </p>
      <LinkButton href={href}>{label}</LinkButton>
    </div>
  )
}
