import type { Metadata } from 'next'
import { Onward } from '@/components/desk/Onward'
import { Bench } from '@/components/layout/Bench'
import { StaffFrame } from '@/components/layout/frames'
import { CaseView } from '@/components/moderation/CaseView'
import { DecisionForm } from '@/components/moderation/DecisionForm'
import { QueueColumn } from '@/components/moderation/QueueColumn'
import { VerifyForm } from '@/components/moderation/VerifyForm'
import { LookForm } from '@/components/risk/LookForm'
import { Note } from '@/components/ui/Note'
import { requireStaff } from '@/lib/auth/session'
import { getDesk } from '@/lib/desk/queries'
import { DecisionAction } from '@/lib/generated/prisma/enums'
import { hereAt, localeOf, one, orNotFound, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { getCase } from '@/lib/moderation/queries'
import { can } from '@/lib/policy'
import { listReports } from '@/lib/reports/queries'

interface Props {
  params: Promise<{ locale: string; id: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('frame.queue')} — Qadam` }
}

export default async function CasePage({ params, searchParams }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const { locale, t } = here
  const path = `/staff/listings/${id}`
  const actor = await requireStaff(locale, `/${locale}${path}`)
  const [desk, reports, matter] = await Promise.all([
    getDesk(actor, here.now),
    listReports(actor),
    orNotFound(getCase(actor, id)),
  ])
  const mayDecide = can(actor, 'listing.decide', matter)
  const query = await searchParams
  const onward = one(query.onward) === '1'
  const decided = Object.values(DecisionAction).find((action) => action === one(query.done))
  const isOpen = matter.status === 'pending' || matter.status === 'published'
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
        list={
          <QueueColumn
            here={here}
            desk={desk}
            reports={reports}
            currentId={id}
            done={decided && t(`moderation.done.${decided}`)}
          />
        }
        matter={<CaseView here={here} actor={actor} matter={matter} />}
        decision={
          mayDecide ? (
            <>
              {isOpen ? <h2>{t('moderation.decision')}</h2> : null}
              {matter.author.verifiedHow || !isOpen ? null : (
                <>
                  <Note tone="warn" title={t('moderation.verifyFirst')} />
                  <VerifyForm here={here} accountId={matter.ownerId} listingId={id} />
                </>
              )}
              {matter.look ? <LookForm here={here} listingId={id} /> : null}
              <DecisionForm here={here} matter={matter} onward={onward} />
              {onward ? <Onward here={here} desk={desk} id={id} /> : null}
            </>
          ) : null
        }
      />
    </StaffFrame>
  )
}
