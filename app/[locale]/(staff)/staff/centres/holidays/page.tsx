import type { Metadata } from 'next'
import { StaffFrame } from '@/components/layout/frames'
import { HolidayForm, HolidayItem } from '@/components/registry/HolidayForms'
import { BackLink } from '@/components/ui/Links'
import { PageHead, Section } from '@/components/ui/Section'
import { requireStaff } from '@/lib/auth/session'
import { listHolidays } from '@/lib/holidays/queries'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(localeOf((await params).locale))
  return { title: `${t('registry.holidays.title')} — Qadam` }
}

export default async function HolidaysPage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, now, t } = here
  const path = `/${locale}/staff/centres`
  const actor = await requireStaff(locale, `${path}/holidays`)
  const holidays = await listHolidays(actor, now)
  return (
    <StaffFrame locale={locale} path="/staff/centres/holidays" actor={actor} section="centres">
      <BackLink href={path}>{t('registry.title')}</BackLink>
      <PageHead title={t('registry.holidays.title')}>
        <p className="small">{t('registry.holidays.intro')}</p>
      </PageHead>
      {holidays.length > 0 ? (
        <ul className="stack">
          {holidays.map((holiday) => (
            <HolidayItem key={holiday.day} here={here} holiday={holiday} />
          ))}
        </ul>
      ) : (
        <p>{t('registry.holidays.none')}</p>
      )}
      <Section title={t('registry.holidays.add')}>
        <HolidayForm here={here} />
      </Section>
    </StaffFrame>
  )
}
