import { topicText } from '@/components/guide/words'
import { Icon } from '@/components/ui/Icon'
import { TOPIC_NAMES } from '@/lib/guide/topics'
import type { Here } from '@/lib/i18n/moments'

/** The steps of the guide in their order, each a link with what it is about. */
export function TopicList({ here }: { here: Here }) {
  return (
    <ol className="topics">
      {TOPIC_NAMES.map((name, index) => (
        <li key={name}>
          <a href={`/${here.locale}/guide/${name}`}>
            <b>{index + 1}</b>
            <span>
              <strong>{topicText(here, name, 'title')}</strong>
              <small>{topicText(here, name, 'lead')}</small>
            </span>
            <Icon name="next" />
          </a>
        </li>
      ))}
    </ol>
  )
}
