import { SharedGround } from '@/components/guide/Ground'
import { knownText } from '@/components/guide/words'
import { Section } from '@/components/ui/Section'
import { Steps } from '@/components/ui/Steps'
import { type Kept, shownStatement } from '@/lib/guide/kept'
import { REGISTRATION_STATEMENTS } from '@/lib/guide/registration'
import type { Here } from '@/lib/i18n/moments'

const DUTIES = ['term', 'host', 'moved'] as const

/** The law on registering one's address, with its sources, and whether this host takes part. */
export function Registration({
  isConfirmed,
  here,
  kept,
}: {
  isConfirmed: boolean
  here: Here
  kept: Kept
}) {
  const { t } = here
  const duties = DUTIES.map((key) => {
    const statement = shownStatement(kept, 'address', key, REGISTRATION_STATEMENTS[key])
    return { key, statement, text: knownText(here, 'address', key, statement) }
  })
  return (
    <Section title={t('housing.registration.title')}>
      <p>
        <b>{t(isConfirmed ? 'housing.registration.yes' : 'housing.registration.notTold')}</b>
      </p>
      <Steps steps={duties} />
      <SharedGround here={here} statements={duties.map(({ statement }) => statement)} />
    </Section>
  )
}
