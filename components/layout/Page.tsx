import type { ReactNode } from 'react'
import { DeedBar, type DeedProps } from './DeedBar'
import { Footer, type FooterProps } from './Footer'
import { Header, type HeaderProps } from './Header'

export type PageProps = Omit<HeaderProps, 'thumbTaken'> & {
  /** Words of the strip above the header, given only where samples are shown. */
  sampleStrip?: ReactNode
  /** «Skip to content». */
  skip: string
  /** The one deed of a detail page; on a phone it takes the place of the sections at the thumb. */
  deed?: DeedProps
  footer?: FooterProps
  /** `bench` gives `main` the whole width, for the staff's three columns. */
  width?: 'column' | 'bench'
  children: ReactNode
}

/** Everything inside `body`: strip, header, `main` with its deed bar, footer. */
export function Page({
  sampleStrip,
  skip,
  deed,
  footer,
  width = 'column',
  children,
  ...header
}: PageProps) {
  return (
    <>
      <a className="skip" href="#main">
        {skip}
      </a>
      {sampleStrip ? <aside className="demo">{sampleStrip}</aside> : null}
      <Header {...header} thumbTaken={Boolean(deed)} />
      <main id="main" className={width === 'bench' ? 'wide' : undefined}>
        {children}
        {deed ? <DeedBar {...deed} /> : null}
      </main>
      {footer ? <Footer {...footer} /> : null}
    </>
  )
}
