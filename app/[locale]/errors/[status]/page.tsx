import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NewcomerFrame } from '@/components/layout/frames'
import { LinkButton } from '@/components/ui/Button'
import { PageHead } from '@/components/ui/Section'
import { LOCALES } from '@/lib/i18n/locales'
import { localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { ERROR_STATUSES, ERROR_WORDS, KEPT_SLOT, REFERENCE_SLOT } from '@/server/error-words'

// Built once and without a database: the serving layer keeps these pages for the day all else fails.
export const dynamic = 'force-static'
export const dynamicParams = false

interface Props {
  params: Promise<{ locale: string; status: string }>
}

export function generateStaticParams() {
  return LOCALES.flatMap((locale) =>
    ERROR_STATUSES.map((status) => ({ locale, status: String(status) })),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, words } = await read(params)
  return { title: `${translator(locale)(words.title)} — Qadam` }
}

export default async function ErrorPage({ params }: Props) {
  const { locale, status, words } = await read(params)
  const t = translator(locale)
  return (
    <>
      <NewcomerFrame locale={locale} path="" isStatic>
        <PageHead title={t(words.title)}>
          <p>{t(words.text)}</p>
          {status === 500 ? (
            <p>{t('errors.page.reference', { reference: REFERENCE_SLOT })}</p>
          ) : null}
        </PageHead>
        {status === 503 ? <div>{KEPT_SLOT}</div> : null}
        <p>
          <LinkButton href={`/${locale}`}>{t('errors.page.home')}</LinkButton>
        </p>
      </NewcomerFrame>
      <script src="/enhance.js" defer />
    </>
  )
}

async function read(params: Props['params']) {
  const { locale, status: segment } = await params
  const status = ERROR_STATUSES.find((known) => String(known) === segment) ?? notFound()
  return { locale: localeOf(locale), status, words: ERROR_WORDS[status] }
}
