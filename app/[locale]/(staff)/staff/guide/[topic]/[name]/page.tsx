import type { Metadata } from 'next'
import { EntryAsShown } from '@/components/facts/EntryAsShown'
import { StatementForm } from '@/components/facts/StatementForms'
import { topicText } from '@/components/guide/words'
import { StaffFrame } from '@/components/layout/frames'
import { BackLink } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { PageHead, Section } from '@/components/ui/Section'
import { requireStaff } from '@/lib/auth/session'
import { getGuideEntry } from '@/lib/guide/queries'
import { hereAt, localeOf, orNotFound } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string; topic: string; name: string }>
  searchParams: Promise<{ done?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('facts.guideTitle')} — Qadam` }
}

export default async function StatementPage({ params, searchParams }: Props) {
  const { locale: segment, topic, name } = await params
  const here = hereAt(localeOf(segment))
  const { locale, t } = here
  const path = `/staff/guide/${topic}/${name}`
  const actor = await requireStaff(locale, `/${locale}${path}`)
  const entry = await orNotFound(getGuideEntry(actor, topic, name))
  const { done } = await searchParams
  return (
    <StaffFrame locale={locale} path={path} actor={actor} section="facts">
      <BackLink href={`/${locale}/staff/guide`}>{t('facts.guideTitle')}</BackLink>
      <PageHead title={topicText(here, entry.topic, 'title')} />
      {done ? <Note>{t('facts.saved')}</Note> : null}
      <EntryAsShown key={`shown ${done}`} here={here} entry={entry} />
      <Section title={t(entry.known ? 'facts.change' : 'facts.answer')}>
        <StatementForm key={done} here={here} entry={entry} />
      </Section>
    </StaffFrame>
  )
}
