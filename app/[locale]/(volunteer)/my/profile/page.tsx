import type { Metadata } from 'next'
import { OwnData } from '@/components/data-rights/OwnData'
import { VolunteerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { ActionForm } from '@/components/ui/ActionForm'
import { ButtonRow } from '@/components/ui/Button'
import { ChoiceField } from '@/components/ui/ChoiceField'
import { Field, HiddenField } from '@/components/ui/Field'
import { Lines } from '@/components/ui/Lines'
import { PageHead, Section } from '@/components/ui/Section'
import { SubmitButton } from '@/components/ui/SubmitButton'
import { saveProfile, signOut, signOutEverywhere } from '@/lib/accounts/actions'
import { requireActor, safeReturn } from '@/lib/auth/session'
import { LOCALES } from '@/lib/i18n/locales'
import { localeOf, one, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { can } from '@/lib/policy'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  return pageMetadata(locale, '/my/profile', translator(locale)('frame.profile'))
}

export default async function ProfilePage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  const actor = await requireActor(locale, `/${locale}/my/profile`)
  const next = safeReturn(one((await searchParams).next), locale)
  const verified = t(actor.verified ? 'profile.verifiedYes' : 'profile.verifiedNo')
  return (
    <VolunteerFrame locale={locale} path="/my/profile" actor={actor} section="profile">
      <PageHead title={t('frame.profile')}>
        {actor.publicName ? null : <p>{t('profile.first')}</p>}
      </PageHead>
      <ActionForm action={saveProfile} summaryTitle={t('form.toFix')} submit={t('form.save')}>
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="next" defaultValue={next} />
        <Field
          name="publicName"
          label={t('profile.publicName')}
          hint={t('profile.publicNameHint')}
          defaultValue={actor.publicName ?? ''}
          autoComplete="given-name"
        />
        <ChoiceField
          name="language"
          kind="radio"
          label={t('profile.language')}
          choices={LOCALES.map((value) => ({ value, label: t(`language.${value}`) }))}
          defaultValue={[actor.publicName ? actor.locale : locale]}
        />
      </ActionForm>
      <Section title={t('profile.aboutYou')}>
        <Lines
          lines={[
            { term: t('profile.role'), detail: t(`role.${actor.role}`) },
            { term: t('profile.verified'), detail: verified },
          ]}
        />
        {can(actor, 'desk.enter', null) ? (
          <p>
            <a href={`/${locale}/staff/second-factor/set`}>{t('secondFactor.profile')}</a>
          </p>
        ) : null}
      </Section>
      <OwnData locale={locale} t={t} />
      <Section title={t('profile.signOutTitle')}>
        <ButtonRow>
          {[
            { act: signOut, words: t('profile.signOut') },
            { act: signOutEverywhere, words: t('profile.signOutEverywhere') },
          ].map(({ act, words }) => (
            <form key={words} action={act}>
              <input type="hidden" name="locale" value={locale} />
              <SubmitButton look="quiet">{words}</SubmitButton>
            </form>
          ))}
        </ButtonRow>
      </Section>
    </VolunteerFrame>
  )
}
