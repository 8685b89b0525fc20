import { CheckedField, SourceField, TextFields } from '@/components/facts/FactFields'
import { ActionForm } from '@/components/ui/ActionForm'
import { ChoiceField } from '@/components/ui/ChoiceField'
import { HiddenField } from '@/components/ui/Field'
import { NoticeLevel } from '@/lib/generated/prisma/enums'
import type { Here } from '@/lib/i18n/moments'
import { sayNotice } from '@/lib/places/actions'
import type { KeptPlace } from '@/lib/places/kept'

/** How a place stands. */
export function NoticeForm({ here, place }: { here: Here; place: KeptPlace }) {
  const { locale, t } = here
  return (
    <ActionForm action={sayNotice} summaryTitle={t('form.toFix')} submit={t('facts.save')}>
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name="placeId" defaultValue={place.id} />
      <HiddenField name="version" defaultValue={String(place.version)} />
      <ChoiceField
        name="level"
        kind="radio"
        label={t('facts.levelLabel')}
        choices={[...Object.values(NoticeLevel), 'none' as const].map((value) => ({
          value,
          label: t(`facts.level.${value}`),
        }))}
        defaultValue={[place.level ?? 'none']}
      />
      <TextFields here={here} texts={place.texts} hint={t('facts.noticeHint')} />
      <SourceField here={here} source={place.source ?? ''} />
      <CheckedField here={here} />
    </ActionForm>
  )
}
