import type { Metadata } from 'next'
import { KeyHelp } from '@/components/desk/KeyHelp'
import { Bench } from '@/components/layout/Bench'
import { StaffFrame } from '@/components/layout/frames'
import { QueueColumn } from '@/components/moderation/QueueColumn'
import { requireStaff } from '@/lib/auth/session'
import { getDesk } from '@/lib/desk/queries'
import { DecisionAction } from '@/lib/generated/prisma/enums'
import { hereAt, localeOf, one, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { countForReview } from '@/lib/imports/queries'
import { countFailedJobs } from '@/lib/notifications/queries'
import { listReports } from '@/lib/reports/queries'
import { OUTCOMES } from '@/lib/reports/schema'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('frame.queue')} — Qadam` }
}

export default async function QueuePage({ params, searchParams }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t } = here
  const actor = await requireStaff(locale, `/${locale}/staff`)
  const [desk, reports, failedJobs, centres] = await Promise.all([
    getDesk(actor, here.now),
    listReports(actor),
    countFailedJobs(actor),
    countForReview(actor),
  ])
  const { done } = await searchParams
  const decided = Object.values(DecisionAction).find((action) => action === one(done))
  const outcome = OUTCOMES.find((known) => known === one(done))
  const said = (['nothing', 'undone'] as const).find((known) => known === one(done))
  return (
    <StaffFrame
      locale={locale}
      path="/staff"
      actor={actor}
      section="queue"
      waiting={desk.entries.length + reports.length}
      failedJobs={failedJobs}
      wide
    >
      <Bench
        list={
          <QueueColumn
            here={here}
            desk={desk}
            reports={reports}
            centres={centres}
            done={
              (decided && t(`moderation.done.${decided}`)) ??
              (outcome && t(`reports.staff.outcome.${outcome}`)) ??
              (said && t(`desk.done.${said}`)) ??
              (one(done) === 'looked' ? t('risk.looked') : undefined)
            }
          />
        }
        matter={
          <>
            <p className="small">{t('moderation.queue.choose')}</p>
            <KeyHelp here={here} />
          </>
        }
      />
    </StaffFrame>
  )
}
