import type { ReactNode } from 'react'

export const dynamic = 'force-dynamic'

/** Complete without a script; the one file only adds what HTML cannot do. */
export default function NewcomerLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <script src="/enhance.js" defer />
    </>
  )
}
