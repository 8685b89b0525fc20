import { Ground } from '@/components/guide/Ground'
import { Section } from '@/components/ui/Section'
import { Calls } from '@/components/ui/Tiles'
import { FREE_NUMBERS, NUMBERS_GROUND, OTHER_NUMBERS, type ShortNumber } from '@/lib/guide/numbers'
import type { Here } from '@/lib/i18n/moments'

/** The three numbers that most people need, one tap each. */
export function ShortNumbers({ here }: { here: Here }) {
  return (
    <Section title={here.t('numbers.title')}>
      <Calls calls={callsOf(here, ['112', '1414', '1403'])} />
      <p className="small">{here.t('numbers.freeShort')}</p>
    </Section>
  )
}

/** All short numbers: those that answer without money on the phone first, and who says so. */
export function AllNumbers({ here }: { here: Here }) {
  return (
    <Section title={here.t('numbers.title')} id="numbers">
      <h3>{here.t('numbers.free')}</h3>
      <Calls calls={callsOf(here, FREE_NUMBERS)} />
      <Ground here={here} statement={NUMBERS_GROUND.free} />
      <h3>{here.t('numbers.other')}</h3>
      <Calls calls={callsOf(here, OTHER_NUMBERS)} />
      <Ground here={here} statement={NUMBERS_GROUND.other} />
    </Section>
  )
}

function callsOf({ t }: Here, numbers: readonly ShortNumber[]) {
  return numbers.map((number) => ({ number, label: t(`numbers.for.${number}`) }))
}
