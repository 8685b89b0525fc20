import { SharedGround } from '@/components/guide/Ground'
import { knownText } from '@/components/guide/words'
import { type Step, Steps } from '@/components/ui/Steps'
import { IIN_STATEMENTS, type IinStatement } from '@/lib/guide/iin'
import { type Kept, shownStatement } from '@/lib/guide/kept'
import type { Here } from '@/lib/i18n/moments'

/** What is known of the IIN, each sentence with a tick, and below them where it comes from. */
export function IinStatements({
  here,
  names,
  kept,
  first = [],
}: {
  here: Here
  names: readonly IinStatement[]
  kept: Kept
  /** What this centre says itself, before what holds everywhere. */
  first?: Step[]
}) {
  const { t } = here
  const known = names.map(
    (name) => [name, shownStatement(kept, 'iin', name, IIN_STATEMENTS[name])] as const,
  )
  const steps = known.map(([name, statement]) => ({
    key: name,
    text: (
      <>
        {knownText(here, 'iin', name, statement)}
        {statement.sure === 'B' ? ` ${t('guide.oneSource')}` : null}
      </>
    ),
  }))
  return (
    <>
      <Steps steps={[...first, ...steps]} />
      <SharedGround here={here} statements={known.map(([, statement]) => statement)} />
    </>
  )
}
