import type { Metadata } from 'next'
import { Bench } from '@/components/layout/Bench'
import { StaffFrame } from '@/components/layout/frames'
import { QueueColumn } from '@/components/moderation/QueueColumn'
import { CloseForm } from '@/components/reports/CloseForm'
import { ReportView } from '@/components/reports/ReportView'
import { requireStaff } from '@/lib/auth/session'
import { getDesk } from '@/lib/desk/queries'
import { hereAt, localeOf, orNotFound } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { getReport, listReports } from '@/lib/reports/queries'

interface Props {
  params: Promise<{ locale: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('reports.staff.title')} — Qadam` }
}

export default async function ReportPage({ params }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const { locale } = here
  const path = `/staff/reports/${id}`
  const actor = await requireStaff(locale, `/${locale}${path}`)
  const [desk, reports, report] = await Promise.all([
    getDesk(actor, here.now),
    listReports(actor),
    orNotFound(getReport(actor, id)),
  ])
  return (
    <StaffFrame
      locale={locale}
      path={path}
      actor={actor}
      section="queue"
      waiting={desk.entries.length + reports.length}
      wide
    >
      <Bench
        list={<QueueColumn here={here} desk={desk} reports={reports} currentId={id} />}
        matter={<ReportView report={report} here={here} />}
        decision={report.handled ? null : <CloseForm reportId={id} here={here} />}
      />
    </StaffFrame>
  )
}
