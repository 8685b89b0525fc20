import { SharedGround } from '@/components/guide/Ground'
import { knownText, topicText } from '@/components/guide/words'
import { addressOf } from '@/components/packs/words'
import { Section } from '@/components/ui/Section'
import { type Kept, shownTopic } from '@/lib/guide/kept'
import { TOPIC_NAMES, type TopicName } from '@/lib/guide/topics'
import type { Here } from '@/lib/i18n/moments'

/** What the guide knows for certain, step by step; what is not known stands on the site. */
export function PackGuide({ here, kept }: { here: Here; kept: Kept }) {
  return (
    <Section title={here.t('guide.title')}>
      {TOPIC_NAMES.map((name) => (
        <TopicInBrief key={name} here={here} name={name} kept={kept} />
      ))}
    </Section>
  )
}

function TopicInBrief({ here, name, kept }: { here: Here; name: TopicName; kept: Kept }) {
  const certain = shownTopic(kept, name).known.filter(([, { sure }]) => sure !== 'C')
  return (
    <div className="stack">
      <h3>
        <a href={addressOf(here, `/guide/${name}`)}>{topicText(here, name, 'title')}</a>
      </h3>
      <ul className="facts">
        {certain.map(([key, statement]) => (
          <li key={key}>
            {knownText(here, name, key, statement)}
            {statement.sure === 'B' ? (
              <span className="small"> {here.t('guide.ground.single')}.</span>
            ) : null}
          </li>
        ))}
      </ul>
      {certain.length > 0 ? (
        <SharedGround here={here} statements={certain.map(([, statement]) => statement)} />
      ) : null}
    </div>
  )
}
