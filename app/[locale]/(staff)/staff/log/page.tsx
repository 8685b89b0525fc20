import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StaffFrame } from '@/components/layout/frames'
import { LogFilter } from '@/components/staff-log/LogFilter'
import { LogList } from '@/components/staff-log/LogList'
import { Chip, Chips } from '@/components/ui/Chips'
import { PageHead } from '@/components/ui/Section'
import { requireStaff } from '@/lib/auth/session'
import { hereAt, localeOf, one, queryString, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { can } from '@/lib/policy'
import { listLogActors, listStaffLog } from '@/lib/staff-log/queries'
import { logSearchSchema } from '@/lib/staff-log/schema'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('staffLog.title')} — Qadam` }
}

export default async function LogPage({ params, searchParams }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t } = here
  const path = `/${locale}/staff/log`
  const actor = await requireStaff(locale, path)
  if (!can(actor, 'log.view', null)) notFound()
  const query = await searchParams
  const search = logSearchSchema.parse(
    Object.fromEntries(Object.entries(query).map(([name, value]) => [name, one(value)])),
  )
  const [{ entries, next }, actors] = await Promise.all([
    listStaffLog(actor, search),
    listLogActors(actor),
  ])
  const { before: _, ...kept } = search
  const { about } = search
  return (
    <StaffFrame locale={locale} path="/staff/log" actor={actor} section="log">
      <PageHead title={t('staffLog.title')}>
        <p className="small">{t('staffLog.intro')}</p>
      </PageHead>
      {about ? (
        <Chips>
          <Chip href={`${path}${queryString({ ...kept, about: undefined })}`} current>
            {t('staffLog.oneThing')}
          </Chip>
        </Chips>
      ) : null}
      <LogFilter here={here} action={path} search={search} actors={actors} />
      {entries.length > 0 ? (
        <LogList here={here} entries={entries} />
      ) : (
        <p>{t('staffLog.empty')}</p>
      )}
      {next ? (
        <p>
          <a href={`${path}${queryString({ ...kept, before: next })}`}>{t('staffLog.older')}</a>
        </p>
      ) : null}
    </StaffFrame>
  )
}
