import { SharedGround } from '@/components/guide/Ground'
import { knownText } from '@/components/guide/words'
import { dayText } from '@/components/plans/words'
import { Lines } from '@/components/ui/Lines'
import { Section } from '@/components/ui/Section'
import { type Kept, shownStatement } from '@/lib/guide/kept'
import { REGISTRATION_STATEMENTS } from '@/lib/guide/registration'
import { TOPICS } from '@/lib/guide/topics'
import type { Here } from '@/lib/i18n/moments'
import type { Deadlines } from '@/lib/plans/rules'

const COUNTED = [
  ['address', 'term', REGISTRATION_STATEMENTS.term],
  ['address', 'moved', REGISTRATION_STATEMENTS.moved],
  ['stay', 'ninety', TOPICS.stay.statements.ninety],
] as const

/** What the law asks after the arrival, each with its last day, and where that stands. */
export function PlanDeadlines({
  here,
  deadlines: { register, registerWorking, moved, stayUntil },
  moves,
  kept,
}: {
  here: Here
  deadlines: Deadlines
  /** Whether a bed was asked for, so that a move lies ahead. */
  moves: boolean
  kept: Kept
}) {
  const { t } = here
  const until = (day: string) => t('plan.until', { day: dayText(here, day) })
  const help =
    registerWorking === register
      ? null
      : t('plan.registerHelp', { day: dayText(here, registerWorking) })
  const lines = [
    ...(moves
      ? [
          {
            day: moved.until,
            detail: t('plan.moved', { day: dayText(here, moved.on) }),
          },
        ]
      : []),
    { day: register, detail: [t('plan.register'), help].filter(Boolean).join(' ') },
    { day: stayUntil, detail: t('plan.stay') },
  ]
  const shown = COUNTED.map(([topic, name, shipped]) => {
    const statement = shownStatement(kept, topic, name, shipped)
    return { topic, name, statement }
  })
  return (
    <Section title={t('plan.deadlines')}>
      <Lines
        lines={lines
          .sort((a, b) => a.day.localeCompare(b.day))
          .map(({ day, detail }) => ({ term: until(day), detail }))}
      />
      <p className="small">{t('plan.counted')}</p>
      {/* The days are counted by the shipped rules: newer words of staff stand beside them. */}
      {shown
        .filter(({ statement }) => statement.words)
        .map(({ topic, name, statement }) => (
          <p key={name}>{knownText(here, topic, name, statement)}</p>
        ))}
      <SharedGround here={here} statements={shown.map(({ statement }) => statement)} />
    </Section>
  )
}
