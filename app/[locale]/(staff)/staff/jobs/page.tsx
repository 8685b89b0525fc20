import type { Metadata } from 'next'
import { FailedJobs } from '@/components/jobs/FailedJobs'
import { JobLines } from '@/components/jobs/JobLines'
import { StaffFrame } from '@/components/layout/frames'
import { Note } from '@/components/ui/Note'
import { PageHead, Section } from '@/components/ui/Section'
import { requireStaff } from '@/lib/auth/session'
import { span } from '@/lib/i18n/moments'
import { hereAt, localeOf, one, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { FAILED_DAYS } from '@/lib/notifications/jobs'
import { listJobs } from '@/lib/notifications/queries'
import { can } from '@/lib/policy'

/** A worker takes what is due within seconds. */
const STUCK_MS = 5 * 60_000

interface Props {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('jobs.title')} — Qadam` }
}

export default async function JobsPage({ params, searchParams }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t } = here
  const actor = await requireStaff(locale, `/${locale}/staff/jobs`)
  const { counts, failed, dueSince } = await listJobs(actor)
  const waitsMs = dueSince ? here.now.getTime() - dueSince.getTime() : 0
  const total = counts.reduce((sum, count) => sum + count.failed, 0)
  return (
    <StaffFrame locale={locale} path="/staff/jobs" actor={actor} section="jobs" failedJobs={total}>
      <PageHead title={t('jobs.title')}>
        <p className="small">{t('jobs.intro')}</p>
      </PageHead>
      {one((await searchParams).done) === 'again' ? <Note title={t('jobs.again')} /> : null}
      {waitsMs > STUCK_MS ? (
        <Note tone="warn" title={t('jobs.stuck', { span: span(t, waitsMs) })}>
          {t('jobs.stuckHint')}
        </Note>
      ) : null}
      <Section title={t('jobs.failed')}>
        <p className="small">
          {t(failed.length > 0 ? 'jobs.failedHint' : 'jobs.noneFailed', { days: FAILED_DAYS })}
        </p>
        <FailedJobs here={here} jobs={failed} mayRetry={can(actor, 'jobs.retry', null)} />
      </Section>
      <Section title={t('jobs.all')}>
        <JobLines t={t} counts={counts} />
      </Section>
    </StaffFrame>
  )
}
