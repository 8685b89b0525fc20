import type { Metadata } from 'next'
import { StaffFrame } from '@/components/layout/frames'
import { PageHead } from '@/components/ui/Section'
import { Tag } from '@/components/ui/Tag'
import { listPeople } from '@/lib/accounts/queries'
import { requireStaff } from '@/lib/auth/session'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('frame.people')} — Qadam` }
}

export default async function PeoplePage({ params }: Props) {
  const { locale, t } = hereAt(localeOf((await params).locale))
  const actor = await requireStaff(locale, `/${locale}/staff/people`)
  const people = await listPeople(actor)
  return (
    <StaffFrame locale={locale} path="/staff/people" actor={actor} section="people">
      <PageHead title={t('frame.people')}>
        <p className="small">{t('people.intro')}</p>
      </PageHead>
      <ul className="tiles">
        {people.map((person) => (
          <li key={person.id}>
            <a href={`/${locale}/staff/people/${person.id}`}>
              <b>{person.name || t('people.noName')}</b>
              <span>{t(`role.${person.role}`)}</span>
              {person.suspended ? (
                <p>
                  <Tag>{t('people.suspended')}</Tag>
                </p>
              ) : person.verified ? null : (
                <p>
                  <Tag>{t('moderation.notVerified')}</Tag>
                </p>
              )}
            </a>
          </li>
        ))}
      </ul>
    </StaffFrame>
  )
}
