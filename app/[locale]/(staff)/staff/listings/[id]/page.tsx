import type { Metadata } from 'next'
import { Bench } from '@/components/layout/Bench'
import { StaffFrame } from '@/components/layout/frames'
import { CaseView } from '@/components/moderation/CaseView'
import { DecisionForm } from '@/components/moderation/DecisionForm'
import { QueueColumn } from '@/components/moderation/QueueColumn'
import { VerifyForm } from '@/components/moderation/VerifyForm'
import { Note } from '@/components/ui/Note'
import { requireStaff } from '@/lib/auth/session'
import { hereAt, localeOf, orNotFound } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { getCase, listQueue } from '@/lib/moderation/queries'
import { can } from '@/lib/policy'

interface Props {
  params: Promise<{ locale: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('frame.queue')} — Qadam` }
}

export default async function CasePage({ params }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const { locale, t } = here
  const path = `/staff/listings/${id}`
  const actor = await requireStaff(locale, `/${locale}${path}`)
  const [entries, matter] = await Promise.all([
    listQueue(actor, here.now),
    orNotFound(getCase(actor, id)),
  ])
  const mayDecide = can(actor, 'listing.decide', matter)
  const isOpen = matter.status === 'pending' || matter.status === 'published'
  return (
    <StaffFrame
      locale={locale}
      path={path}
      actor={actor}
      section="queue"
      waiting={entries.length}
      wide
    >
      <Bench
        list={<QueueColumn here={here} entries={entries} currentId={id} />}
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
              <DecisionForm here={here} matter={matter} />
            </>
          ) : null
        }
      />
    </StaffFrame>
  )
}
