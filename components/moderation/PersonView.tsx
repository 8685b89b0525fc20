import { ActionForm } from '@/components/ui/ActionForm'
import { ChoiceField } from '@/components/ui/ChoiceField'
import { HiddenField } from '@/components/ui/Field'
import { Lines } from '@/components/ui/Lines'
import type { Person } from '@/lib/accounts/queries'
import { Role } from '@/lib/generated/prisma/enums'
import { dateName, type Here } from '@/lib/i18n/moments'
import { assignRole, lift } from '@/lib/moderation/actions'
import { cityDay } from '@/lib/places/city-time'

/** What is known of a person: role, since when, how and by whom verified, and their listings. */
export function PersonLines({ here, person }: { here: Here; person: Person }) {
  const { t, locale } = here
  const { verification } = person
  const date = (instant: Date) => dateName(locale, cityDay(instant, here.zone), true)
  return (
    <Lines
      lines={[
        { term: t('profile.role'), detail: t(`role.${person.role}`) },
        { term: t('moderation.since'), detail: date(person.createdAt) },
        {
          term: t('profile.verified'),
          detail: verification
            ? t('people.verifiedBy', {
                how: t(`moderation.how.${verification.how}`),
                who: verification.by,
                date: date(verification.at),
              })
            : t('moderation.notVerified'),
        },
        ...person.listings.map((listing) => ({
          term: t(`listing.status.${listing.status}`),
          detail: <a href={`/${locale}/staff/listings/${listing.id}`}>{listing.title}</a>,
        })),
      ]}
    />
  )
}

/** Another role for a person. */
export function RoleForm({ here, person }: { here: Here; person: Person }) {
  const { t, locale } = here
  return (
    <ActionForm
      action={assignRole}
      summaryTitle={t('form.toFix')}
      submit={t('form.save')}
      prefix="r"
    >
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name="accountId" defaultValue={person.id} />
      <ChoiceField
        name="role"
        kind="radio"
        label={t('people.newRole')}
        hint={t('people.newRoleHint')}
        choices={Object.values(Role).map((value) => ({ value, label: t(`role.${value}`) }))}
        defaultValue={[person.role]}
      />
    </ActionForm>
  )
}

/** The button that opens a closed sign-in again. */
export function LiftForm({ here, person }: { here: Here; person: Person }) {
  const { t, locale } = here
  return (
    <ActionForm action={lift} summaryTitle={t('form.toFix')} submit={t('people.lift')} prefix="l">
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name="accountId" defaultValue={person.id} />
    </ActionForm>
  )
}
