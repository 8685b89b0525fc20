import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { ActionForm } from '@/components/ui/ActionForm'
import { LinkButton } from '@/components/ui/Button'
import { ChoiceField } from '@/components/ui/ChoiceField'
import { HiddenField } from '@/components/ui/Field'
import { PageHead } from '@/components/ui/Section'
import { requireActor } from '@/lib/auth/session'
import { eraseMine } from '@/lib/data-rights/actions'
import { countEnding } from '@/lib/data-rights/queries'
import { localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { can } from '@/lib/policy'
import { REPORT_DAYS } from '@/lib/reports/rules'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('ownData.erase')} — Qadam` }
}

export default async function ErasePage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  const path = '/my/profile/erase'
  const actor = await requireActor(locale, `/${locale}${path}`)
  const { listings, requests } = await countEnding(actor, new Date())
  return (
    <VolunteerFrame locale={locale} path={path} actor={actor} section="profile">
      <PageHead title={t('ownData.eraseTitle')}>
        <p>{t('ownData.eraseNow')}</p>
        <p>
          {t('ownData.eraseListings', { n: listings })} {t('ownData.eraseGuests', { n: requests })}
        </p>
        <p>{t('ownData.eraseStays', { days: REPORT_DAYS })}</p>
      </PageHead>
      {can(actor, 'account.erase', { id: actor.id }) ? (
        <ActionForm action={eraseMine} summaryTitle={t('form.toFix')} submit={t('ownData.erase')}>
          <HiddenField name="locale" defaultValue={locale} />
          <ChoiceField
            name="understood"
            kind="checkbox"
            label={t('ownData.eraseTitle')}
            choices={[{ value: 'on', label: t('ownData.understand') }]}
          />
        </ActionForm>
      ) : (
        <LinkButton wide href={`/${locale}/staff/second-factor`}>
          {t('ownData.proof')}
        </LinkButton>
      )}
      <LinkButton look="quiet" wide href={`/${locale}/my/profile`}>
        {t('ownData.keep')}
      </LinkButton>
    </VolunteerFrame>
  )
}
