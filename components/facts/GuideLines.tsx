import { checkedText } from '@/components/facts/words'
import { knownText, topicText } from '@/components/guide/words'
import { Section } from '@/components/ui/Section'
import { Tag } from '@/components/ui/Tag'
import type { GuideLine } from '@/lib/guide/queries'
import type { Here } from '@/lib/i18n/moments'

const NEEDS = ['missing', 'old', 'fine'] as const

/** Every statement and question by what it needs, each a way to its form. */
export function GuideLines({ here, lines }: { here: Here; lines: GuideLine[] }) {
  const { t } = here
  return NEEDS.map((need) => {
    const members = lines.filter((line) => line.need === need)
    return members.length > 0 ? (
      <Section key={need} title={`${t(`facts.need.${need}`)}: ${members.length}`}>
        <ul className="tiles rows">
          {members.map((line) => (
            <Line key={`${line.topic}.${line.name}`} here={here} line={line} />
          ))}
        </ul>
      </Section>
    ) : null
  })
}

function Line({ here, line: { topic, name, known } }: { here: Here; line: GuideLine }) {
  const { locale, t } = here
  return (
    <li>
      <a href={`/${locale}/staff/guide/${topic}/${name}`}>
        <b>{known ? knownText(here, topic, name, known) : topicText(here, topic, name)}</b>
        <span>
          <span>{topicText(here, topic, 'title')}</span>
          <span>{known ? checkedText(here, known.checkedOn) : t('facts.question')}</span>
        </span>
        {known?.words ? (
          <p>
            <Tag>{t('facts.byStaff')}</Tag>
          </p>
        ) : null}
      </a>
    </li>
  )
}
