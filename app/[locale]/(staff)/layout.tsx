import type { ReactNode } from 'react'

export const dynamic = 'force-dynamic'

export default function StaffLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <script src="/enhance.js" defer />
      <script src="/desk.js" defer />
    </>
  )
}
