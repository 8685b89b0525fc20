import { SourceLinks } from '@/components/guide/SourceLinks'
import { uncheckedText } from '@/components/guide/words'
import { Tag } from '@/components/ui/Tag'
import { groundOf, type Statement, sharedGround, sourceOf } from '@/lib/guide/statements'
import { dateName, type Here } from '@/lib/i18n/moments'

/** How sure one statement is, where it was read and when. */
export function Ground({ here, statement }: { here: Here; statement: Statement }) {
  const { t, locale } = here
  const unchecked = uncheckedText(here, statement)
  const official = statement.sources.filter((source) => sourceOf(source).official)
  const first = official.length > 0 ? official : statement.sources
  const others = statement.sources.filter((source) => !first.includes(source))
  return (
    <p className="small">
      {t(`guide.ground.${groundOf(statement)}`)}: <SourceLinks sources={first} />.{' '}
      {others.length > 0 ? (
        <>
          {t('guide.ground.also')}: <SourceLinks sources={others} />.{' '}
        </>
      ) : null}
      {t('guide.checked', { date: dateName(locale, statement.checkedOn, true) })}.
      {unchecked ? (
        <>
          {' '}
          <Tag tone="old">{unchecked}</Tag>
        </>
      ) : null}
    </p>
  )
}

/** On what several statements rest together, below them. */
export function SharedGround({
  here,
  statements,
}: {
  here: Here
  statements: readonly Statement[]
}) {
  const { t, locale } = here
  const { sources, checkedOn } = sharedGround(statements)
  const unchecked = uncheckedText(here, { checkedOn })
  return (
    <p className="hint">
      {t.rich('guide.sources', {
        list: () => <SourceLinks key="list" sources={sources} />,
        date: dateName(locale, checkedOn, true),
      })}
      {unchecked ? (
        <>
          {' '}
          <Tag tone="old">{unchecked}</Tag>
        </>
      ) : null}
    </p>
  )
}
