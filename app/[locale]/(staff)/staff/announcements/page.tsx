import type { Metadata } from 'next'
import { AnnounceForm, StandingItem } from '@/components/announcements/AnnouncementForms'
import { StaffFrame } from '@/components/layout/frames'
import { PageHead, Section } from '@/components/ui/Section'
import { listStanding } from '@/lib/announcements/queries'
import { requireStaff } from '@/lib/auth/session'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('announcements.title')} — Qadam` }
}

export default async function AnnouncementsPage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, now, t } = here
  const actor = await requireStaff(locale, `/${locale}/staff/announcements`)
  const standing = await listStanding(actor, now)
  return (
    <StaffFrame locale={locale} path="/staff/announcements" actor={actor} section="announcements">
      <PageHead title={t('announcements.title')}>
        <p className="small">{t('announcements.intro')}</p>
      </PageHead>
      {standing.length > 0 ? (
        <ul className="stack">
          {standing.map((announcement) => (
            <StandingItem key={announcement.id} here={here} announcement={announcement} />
          ))}
        </ul>
      ) : (
        <p>{t('announcements.none')}</p>
      )}
      <Section title={t('announcements.new')}>
        <AnnounceForm here={here} />
      </Section>
    </StaffFrame>
  )
}
