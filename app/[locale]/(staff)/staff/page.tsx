import type { Metadata } from 'next'
import { Bench } from '@/components/layout/Bench'
import { StaffFrame } from '@/components/layout/frames'
import { QueueColumn } from '@/components/moderation/QueueColumn'
import { requireStaff } from '@/lib/auth/session'
import { hereAt, localeOf, one, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { listQueue } from '@/lib/moderation/queries'
import { DECISIONS } from '@/lib/moderation/schema'

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
  const entries = await listQueue(actor, here.now)
  const { done } = await searchParams
  const decided = DECISIONS.find((action) => action === one(done))
  return (
    <StaffFrame
      locale={locale}
      path="/staff"
      actor={actor}
      section="queue"
      waiting={entries.length}
      wide
    >
      <Bench
        list={
          <QueueColumn
            here={here}
            entries={entries}
            done={decided && t(`moderation.done.${decided}`)}
          />
        }
        matter={<p className="small">{t('moderation.queue.choose')}</p>}
      />
    </StaffFrame>
  )
}
