import { DropForm, RereadForm, shippedWords } from '@/components/facts/StatementForms'
import { Ground } from '@/components/guide/Ground'
import { knownText } from '@/components/guide/words'
import { Lines } from '@/components/ui/Lines'
import { Section } from '@/components/ui/Section'
import type { GuideEntry } from '@/lib/guide/queries'
import { LOCALES } from '@/lib/i18n/locales'
import { dateAt, type Here } from '@/lib/i18n/moments'

/** What everyone reads now, with where it stands, and what the version ships. */
export function EntryAsShown({ here, entry }: { here: Here; entry: GuideEntry }) {
  const { t } = here
  const { topic, name, known, shipped, isKept, updatedAt } = entry
  const words = shippedWords(entry)
  return (
    <>
      {known ? (
        <Section title={t('facts.shown')}>
          <p>{knownText(here, topic, name, known)}</p>
          <Ground here={here} statement={known} />
          {updatedAt ? (
            <p className="small">{t('facts.touched', { moment: dateAt(here, updatedAt) })}</p>
          ) : null}
          <RereadForm here={here} entry={entry} />
        </Section>
      ) : null}
      <Section title={t(shipped ? 'facts.shipped' : 'facts.asked')}>
        <Lines
          lines={LOCALES.map((language) => ({
            term: t(`language.${language}`),
            detail: <span lang={language}>{words[language]}</span>,
          }))}
        />
        {shipped ? <Ground here={here} statement={shipped} /> : null}
        {isKept ? <DropForm here={here} entry={entry} /> : null}
      </Section>
    </>
  )
}
