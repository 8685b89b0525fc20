'use client'

import { useParams } from 'next/navigation'
import { isLocale } from '@/lib/i18n/locales'

// What a form on a hydrated page gets for something that does not exist for whoever sent it. It
// carries its own few words, like error.tsx. server/error-pages.ts answers all else.
const WORDS = {
  ru: { title: 'Такой страницы нет', home: 'На главную' },
  kk: { title: 'Мұндай бет жоқ', home: 'Басты бетке' },
  en: { title: 'There is no such page', home: 'Home page' },
}

export default function NotFoundPage() {
  const params = useParams<{ locale: string }>()
  const locale = isLocale(params.locale) ? params.locale : 'ru'
  const words = WORDS[locale]
  return (
    <main id="main">
      <h1>{words.title}</h1>
      <p>
        <a href={`/${locale}`} className="btn">
          {words.home}
        </a>
      </p>
    </main>
  )
}
