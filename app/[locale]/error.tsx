'use client'

import { useParams } from 'next/navigation'
import { isLocale } from '@/lib/i18n/locales'

// The last resort on hydrated pages, when a script runs into an error. It carries its own few
// words, because loading them could be what failed. server/error-pages.ts answers all else.
const WORDS = {
  ru: { title: 'Сломалось у нас', again: 'Попробовать ещё раз', code: 'Код' },
  kk: { title: 'Бізде ақау шықты', again: 'Қайталап көру', code: 'Код' },
  en: { title: 'It broke on our side', again: 'Try again', code: 'Code' },
}

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const { locale } = useParams<{ locale: string }>()
  const words = WORDS[isLocale(locale) ? locale : 'ru']
  return (
    <main id="main">
      <h1>{words.title}</h1>
      {error.digest ? (
        <p>
          {words.code}: {error.digest}
        </p>
      ) : null}
      <p>
        <button type="button" className="btn" onClick={reset}>
          {words.again}
        </button>
      </p>
    </main>
  )
}
