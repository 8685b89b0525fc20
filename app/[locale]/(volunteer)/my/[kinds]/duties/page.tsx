import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { VolunteerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { Duties } from '@/components/listings/Duties'
import { ActionForm } from '@/components/ui/ActionForm'
import { ChoiceField } from '@/components/ui/ChoiceField'
import { HiddenField } from '@/components/ui/Field'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { confirmDuties } from '@/lib/accounts/actions'
import { requireActor } from '@/lib/auth/session'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { kindOfPath } from '@/lib/listings/kinds'

interface Props {
  params: Promise<{ locale: string; kinds: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: segment, kinds } = await params
  const locale = localeOf(segment)
  return pageMetadata(locale, `/my/${kinds}/duties`, translator(locale)('duties.title'))
}

export default async function DutiesPage({ params }: Props) {
  const { locale: segment, kinds } = await params
  const here = hereAt(localeOf(segment))
  const { locale, t } = here
  const kind = kindOfPath(kinds)
  if (kind !== 'ride' && kind !== 'housing') notFound()
  const path = `/my/${kinds}/duties`
  const actor = await requireActor(locale, `/${locale}${path}`)
  return (
    <VolunteerFrame locale={locale} path={path} actor={actor} section="add">
      <BackLink href={`/${locale}/my/new`}>{t('my.new.title')}</BackLink>
      <PageHead title={t('duties.title')}>
        <p>{t('duties.intro')}</p>
      </PageHead>
      <Duties here={here} kind={kind} />
      <ActionForm
        action={confirmDuties}
        summaryTitle={t('form.toFix')}
        submit={t('duties.continue')}
      >
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="kind" defaultValue={kind} />
        <ChoiceField
          name="read"
          kind="checkbox"
          label={t('duties.legend')}
          choices={[{ value: 'on', label: t('duties.read') }]}
        />
      </ActionForm>
    </VolunteerFrame>
  )
}
