import { ActionForm } from '@/components/ui/ActionForm'
import { ChoiceField } from '@/components/ui/ChoiceField'
import { Field, HiddenField } from '@/components/ui/Field'
import { announce, end } from '@/lib/announcements/actions'
import type { StandingAnnouncement } from '@/lib/announcements/queries'
import { LOCALES } from '@/lib/i18n/locales'
import { dateName, type Here } from '@/lib/i18n/moments'
import { CITY_SLUGS, cityName } from '@/lib/places/cities'
import { cityDay } from '@/lib/places/city-time'

/** A new announcement. */
export function AnnounceForm({ here }: { here: Here }) {
  const { locale, now, t, zone } = here
  return (
    <ActionForm
      action={announce}
      summaryTitle={t('form.toFix')}
      submit={t('announcements.announce')}
    >
      <HiddenField name="locale" defaultValue={locale} />
      <Field
        name="city"
        type="select"
        label={t('announcements.city')}
        options={[
          { value: '', label: t('announcements.everywhere') },
          ...CITY_SLUGS.map((slug) => ({ value: slug, label: cityName(slug, locale) })),
        ]}
      />
      <ChoiceField
        name="language"
        kind="radio"
        label={t('announcements.language')}
        hint={t('announcements.languageHint')}
        choices={LOCALES.map((value) => ({ value, label: t(`language.${value}`) }))}
        defaultValue={[locale]}
      />
      <Field
        name="text"
        type="textarea"
        label={t('announcements.text')}
        hint={t('announcements.textHint')}
      />
      <Field
        name="lastDay"
        type="date"
        label={t('announcements.lastDay')}
        defaultValue={cityDay(now, zone)}
        min={cityDay(now, zone)}
      />
    </ActionForm>
  )
}

/** One announcement as it stands, and the button that ends it. */
export function StandingItem({
  here,
  announcement,
}: {
  here: Here
  announcement: StandingAnnouncement
}) {
  const { locale, t } = here
  const { id, text, city, language, endsAt, author } = announcement
  const until = dateName(locale, cityDay(new Date(endsAt.getTime() - 1), here.zone))
  return (
    <li className="card">
      <p lang={language}>{text}</p>
      <p className="small">
        {city ? cityName(city, locale) : t('announcements.everywhere')}, {t(`language.${language}`)}
        , {t('announcements.until', { date: until })}, {author}
      </p>
      <ActionForm
        action={end}
        summaryTitle={t('form.toFix')}
        submit={t('announcements.end')}
        prefix={id}
      >
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="announcementId" defaultValue={id} />
      </ActionForm>
    </li>
  )
}
