import type { ReactNode } from 'react'

export const dynamic = 'force-dynamic'

/** No script at all: a pack is one file, and works wherever it is opened. */
export default function PackLayout({ children }: { children: ReactNode }) {
  return children
}
