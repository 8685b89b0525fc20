import { Field } from '@/components/ui/Field'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import type { Here } from '@/lib/i18n/moments'
import { cityDay } from '@/lib/places/city-time'

const NAMES = { ru: 'textRu', kk: 'textKk', en: 'textEn' } as const satisfies Record<Locale, string>

/** What everyone will read, in each language. */
export function TextFields({
  here: { t },
  texts,
  hint,
}: {
  here: Here
  texts: Readonly<Record<Locale, string>>
  hint: string
}) {
  return LOCALES.map((language) => (
    <Field
      key={language}
      name={NAMES[language]}
      type="textarea"
      lang={language}
      label={t(`facts.text.${language}`)}
      hint={language === LOCALES[0] ? hint : undefined}
      defaultValue={texts[language]}
    />
  ))
}

/** Where it was read. */
export function SourceField({ here: { t }, source }: { here: Here; source: string }) {
  return (
    <Field
      name="source"
      label={t('facts.source')}
      hint={t('facts.sourceHint')}
      autoComplete="off"
      defaultValue={source}
    />
  )
}

/** When it was read: today, unless somebody says otherwise. */
export function CheckedField({ here: { t, now, zone } }: { here: Here }) {
  const today = cityDay(now, zone)
  return (
    <Field
      name="checkedOn"
      type="date"
      label={t('facts.checkedOn')}
      defaultValue={today}
      max={today}
    />
  )
}
