import type { Metadata } from 'next'
import type { ReactNode } from 'react'

export const dynamic = 'force-dynamic'

// The name alone: what a preview or the history of a shared phone tells of these pages.
export const metadata: Metadata = { title: 'Qadam' }

/** Pages of one person, complete without a script: forms are sent as forms. */
export default function PrivateLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <script src="/enhance.js" defer />
    </>
  )
}
