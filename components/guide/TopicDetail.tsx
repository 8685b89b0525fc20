import { Ground } from '@/components/guide/Ground'
import { knownText, topicText } from '@/components/guide/words'
import { ListingTools } from '@/components/listings/ListingTools'
import { LinkButton } from '@/components/ui/Button'
import { Section } from '@/components/ui/Section'
import { Steps } from '@/components/ui/Steps'
import { type Kept, shownTopic } from '@/lib/guide/kept'
import { TOPICS, type Topic, type TopicName, topicAfter } from '@/lib/guide/topics'
import type { Here } from '@/lib/i18n/moments'

/** All that is known of one step, what is not, and what we advise. */
export function TopicDetail({ here, name, kept }: { here: Here; name: TopicName; kept: Kept }) {
  const { t, locale } = here
  const topic: Topic = TOPICS[name]
  const { known, unknown } = shownTopic(kept, name)
  const next = topicAfter(name)
  return (
    <>
      <ul className="facts">
        {known.map(([key, statement]) => (
          <li key={key} id={key}>
            <p>{knownText(here, name, key, statement)}</p>
            <Ground here={here} statement={statement} />
          </li>
        ))}
      </ul>
      {topic.leadsTo ? (
        <p>
          <LinkButton href={`/${locale}/${topic.leadsTo}`} wide>
            {t(`guide.leadsTo.${topic.leadsTo}`)}
          </LinkButton>
        </p>
      ) : null}
      {unknown.length > 0 ? (
        <Section title={t('guide.unknownTitle')}>
          <ul className="facts">
            {unknown.map((key) => (
              <li key={key}>
                <p>{topicText(here, name, key)}</p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {topic.advice.length > 0 ? (
        <Section title={t('guide.adviceTitle')}>
          <p className="small">{t('guide.adviceHint')}</p>
          <Steps steps={topic.advice.map((key) => ({ key, text: topicText(here, name, key) }))} />
        </Section>
      ) : null}
      <p className="small">{t('guide.changing')}</p>
      {next ? (
        <p>
          <LinkButton href={`/${locale}/guide/${next}`} look="quiet" wide>
            {t('guide.next', { title: topicText(here, next, 'title') })}
          </LinkButton>
        </p>
      ) : null}
      <ListingTools here={here} path={`/guide/${name}`} title={topicText(here, name, 'title')} />
    </>
  )
}
