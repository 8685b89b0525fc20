import type { ReactNode } from 'react'
import { LANGUAGE_LABELS, madeAt } from '@/components/layout/frames'
import { Page } from '@/components/layout/Page'
import { addressOf } from '@/components/packs/words'
import { env } from '@/lib/env'
import { LOCALES } from '@/lib/i18n/locales'
import type { Here } from '@/lib/i18n/moments'

/** The frame of a page that may be read from a file: every link is a whole address. */
export function PackFrame({
  here,
  path,
  children,
}: {
  here: Here
  path: string
  children: ReactNode
}) {
  const { t, locale } = here
  return (
    <Page
      variant="newcomer"
      homeHref={addressOf(here, '')}
      skip={t('frame.skip')}
      sampleStrip={env.embedded ? t('frame.samples') : undefined}
      leave={{ href: addressOf(here, '/calendar'), label: t('frame.leave') }}
      languages={{
        label: t('frame.languages'),
        links: LOCALES.filter((other) => other !== locale).map((other) => ({
          href: addressOf({ locale: other }, path),
          label: LANGUAGE_LABELS[other],
          lang: other,
        })),
      }}
      footer={{ sentence: `${t('frame.footer')} ${madeAt(t, locale)}` }}
    >
      {/* Without it the browser would ask the site for an icon. */}
      <link rel="icon" href="data:," />
      {children}
    </Page>
  )
}
