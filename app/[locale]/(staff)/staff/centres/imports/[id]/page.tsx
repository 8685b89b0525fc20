import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BatchDeeds } from '@/components/imports/ImportForms'
import { FateChips, ImportRows, Progress } from '@/components/imports/ImportRows'
import { StaffFrame } from '@/components/layout/frames'
import { BackLink } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { PageHead } from '@/components/ui/Section'
import { requireStaff } from '@/lib/auth/session'
import { dateName } from '@/lib/i18n/moments'
import { hereAt, localeOf, orNotFound } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { getImport } from '@/lib/imports/queries'
import { rowSearchSchema } from '@/lib/imports/schema'
import { addDays, cityDay } from '@/lib/places/city-time'
import { IMPORT_DAYS } from '@/lib/retention/rules'

interface Props {
  params: Promise<{ locale: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('imports.batchTitle')} — Qadam` }
}

export default async function BatchPage({ params, searchParams }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const { locale, t, zone } = here
  const path = `/staff/centres/imports/${id}`
  const actor = await requireStaff(locale, `/${locale}${path}`)
  const search = rowSearchSchema.parse(await searchParams)
  const batch = await orNotFound(getImport(actor, id, search))
  const { status, lines, preparer, preparedAt, alone } = batch
  const isAtWork = status === 'checking' || status === 'publishing'
  const refreshes = search.working === '1'
  // Done: from here on the page stands still.
  if (refreshes && !isAtWork) redirect(`/${locale}${path}`)
  const until = dateName(locale, addDays(cityDay(preparedAt, zone), IMPORT_DAYS))
  return (
    <StaffFrame locale={locale} path={path} actor={actor} section="centres">
      <BackLink href={`/${locale}/staff/centres`}>{t('registry.title')}</BackLink>
      <PageHead title={t('imports.batchTitle')}>
        <p className="small">
          {t('imports.preparedBy', { n: lines, name: preparer, date: until })}
        </p>
        {alone ? <p className="small">{t('imports.publishedAlone', alone)}</p> : null}
      </PageHead>
      {isAtWork ? <Progress here={here} batch={batch} refreshes={refreshes} /> : null}
      {status === 'published' ? <Note>{t('imports.published')}</Note> : null}
      {status === 'outdated' ? <Note tone="warn">{t('imports.outdated')}</Note> : null}
      {status === 'checking' ? null : (
        <>
          <FateChips here={here} batch={batch} fate={search.fate} />
          <BatchDeeds here={here} batch={batch} />
          <ImportRows here={here} batch={batch} fate={search.fate} />
        </>
      )}
    </StaffFrame>
  )
}
