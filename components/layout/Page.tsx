import type { ReactNode } from 'react'
import { DeedBar, type DeedProps } from './DeedBar'
import { Footer, type FooterProps } from './Footer'
import { Header, type HeaderProps } from './Header'

export type PageProps = Omit<HeaderProps, 'thumbTaken'> & {
  /** Words of the strip above the header, given only where samples are shown. */
  sampleStrip?: ReactNode
  /** Words of the strip that `public/enhance.js` shows where there is no line. */
  offline?: string
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
  offline,
  skip,
  deed,
  footer,
  width = 'column',
  children,
  ...header
}: PageProps) {
  return (
    <>
      {/* The first picture waits for the whole header, so that nothing in it moves. */}
      <link rel="expect" href="#top" blocking="render" />
      <a className="skip" href="#main">
        {skip}
      </a>
      {sampleStrip ? <aside className="demo">{sampleStrip}</aside> : null}
      {offline ? (
        <aside className="demo" data-offline hidden>
          {offline}
        </aside>
      ) : null}
      <Header {...header} thumbTaken={Boolean(deed)} />
      <main id="main" className={width === 'bench' ? 'wide' : undefined}>
        {children}
        {deed ? <DeedBar {...deed} /> : null}
      </main>
      {footer ? <Footer {...footer} /> : null}
    </>
  )
}
