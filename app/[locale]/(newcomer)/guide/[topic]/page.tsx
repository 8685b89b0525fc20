import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TopicDetail } from '@/components/guide/TopicDetail'
import { topicText } from '@/components/guide/words'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { readKept } from '@/lib/guide/queries'
import { isTopic, TOPIC_NAMES, type TopicName } from '@/lib/guide/topics'
import { hereAt, localeOf } from '@/lib/i18n/page'

interface Props {
  params: Promise<{ locale: string; topic: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, topic } = await params
  const here = hereAt(localeOf(locale))
  const name = topicOf(topic)
  const [title, lead] = [topicText(here, name, 'title'), topicText(here, name, 'lead')]
  return pageMetadata(here.locale, `/guide/${name}`, title, lead)
}

export default async function TopicPage({ params }: Props) {
  const { locale: segment, topic } = await params
  const here = hereAt(localeOf(segment))
  const { locale, t } = here
  const name = topicOf(topic)
  const kept = await readKept()
  const n = TOPIC_NAMES.indexOf(name) + 1
  return (
    <NewcomerFrame locale={locale} path={`/guide/${name}`} section="guide">
      <BackLink href={`/${locale}/guide`}>{t('guide.steps')}</BackLink>
      <PageHead
        title={topicText(here, name, 'title')}
        kindLine={<p className="small">{t('guide.step', { n, total: TOPIC_NAMES.length })}</p>}
      >
        <p>{topicText(here, name, 'lead')}</p>
      </PageHead>
      <TopicDetail here={here} name={name} kept={kept} />
    </NewcomerFrame>
  )
}

function topicOf(segment: string): TopicName {
  if (!isTopic(segment)) notFound()
  return segment
}
