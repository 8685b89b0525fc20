import { LOCALES } from '@/lib/i18n/locales'
import { benchPages } from './pages'

export interface LocalPage {
  name: string
  locale: string
  path: string
}

/** The pages a browser looks at, in every language: those of a crowd, and the guide. */
export async function localPages(): Promise<LocalPage[]> {
  const known = [...(await benchPages()), { name: 'guide', path: '/ru/guide' }]
  return LOCALES.flatMap((locale) =>
    known.map(({ name, path }) => ({ name, locale, path: path.replace(/^\/ru/, `/${locale}`) })),
  )
}
