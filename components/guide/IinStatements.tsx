import { type Step, Steps } from '@/components/ui/Steps'
import { IIN_STATEMENTS, type IinStatement, sourcesOf } from '@/lib/guide/iin'
import { dateName, type Here } from '@/lib/i18n/moments'

/** What is known of the IIN, each sentence with a tick, and below them where it comes from. */
export function IinStatements({
  here,
  names,
  first = [],
}: {
  here: Here
  names: readonly IinStatement[]
  /** What this centre says itself, before what holds everywhere. */
  first?: Step[]
}) {
  const { t, locale } = here
  const { sources, checkedOn } = sourcesOf(names)
  const steps = names.map((name) => ({
    key: name,
    text:
      IIN_STATEMENTS[name].sure === 'A' ? (
        t(`guide.iin.${name}`)
      ) : (
        <>
          {t(`guide.iin.${name}`)} {t('guide.oneSource')}
        </>
      ),
  }))
  return (
    <>
      <Steps steps={[...first, ...steps]} />
      <p className="hint">
        {t('guide.sources', {
          sources: sources.join('; '),
          date: dateName(locale, checkedOn, true),
        })}
      </p>
    </>
  )
}
