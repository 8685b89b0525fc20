import { KindLine } from '@/components/listings/CardParts'
import { KindPreview } from '@/components/listings/KindPreview'
import { sampleWord } from '@/components/listings/words'
import { RevisionDiff } from '@/components/moderation/RevisionDiff'
import { WhyNote } from '@/components/risk/WhyNote'
import { Lines } from '@/components/ui/Lines'
import { Note } from '@/components/ui/Note'
import { PageHead } from '@/components/ui/Section'
import type { Actor } from '@/lib/auth/viewer'
import { dateName, type Here } from '@/lib/i18n/moments'
import type { Case, PastDecision } from '@/lib/moderation/queries'
import { cityName } from '@/lib/places/cities'
import { cityDay } from '@/lib/places/city-time'

/** The case: what it is, how people will see it, what would change, who wrote it, what was decided. */
export function CaseView({ here, actor, matter }: { here: Here; actor: Actor; matter: Case }) {
  const { t, locale } = here
  const { author } = matter
  const words = matter.judgement?.words ?? []
  const person = `/${locale}/staff/people/${matter.ownerId}`
  return (
    <>
      <PageHead
        heading="h2"
        title={matter.title}
        kindLine={
          <KindLine kind={matter.kind} sample={sampleWord(here, matter)}>
            {t(`listing.kind.${matter.kind}`)}, {cityName(matter.city, locale)}
          </KindLine>
        }
      >
        <p className="small">{t(`listing.status.${matter.status}`)}</p>
      </PageHead>
      {matter.ownerId === actor.id ? <Note title={t('errors.conflict.own_listing')} /> : null}
      {matter.judgement ? <WhyNote here={here} judgement={matter.judgement} /> : null}
      {matter.revision ? (
        <RevisionDiff here={here} kind={matter.kind} revision={matter.revision} words={words} />
      ) : null}
      <h3>{matter.revision ? t('moderation.seenNow') : t('moderation.seenThen')}</h3>
      <KindPreview kind={matter.kind} id={matter.id} viewer={actor} here={here} words={words} />
      <h3>{t('moderation.author')}</h3>
      <Lines
        lines={[
          { term: t('moderation.name'), detail: <a href={person}>{author.name}</a> },
          {
            term: t('profile.verified'),
            detail: author.verifiedHow
              ? t(`moderation.how.${author.verifiedHow}`)
              : t('moderation.notVerified'),
          },
          {
            term: t('moderation.since'),
            detail: dateName(locale, cityDay(author.createdAt, here.zone), true),
          },
          {
            term: t('moderation.listings'),
            detail: t('moderation.listingCounts', {
              published: author.published,
              refused: author.refused,
            }),
          },
        ]}
      />
      {matter.decisions.length > 0 ? (
        <>
          <h3>{t('moderation.decided')}</h3>
          <Lines lines={matter.decisions.map((decision) => decisionLine(here, decision))} />
        </>
      ) : null}
    </>
  )
}

function decisionLine(here: Here, { action, reason, note, moderator, createdAt }: PastDecision) {
  const { t, locale } = here
  const why =
    action === 'approve' || action === 'endorse'
      ? ''
      : `: ${t(`moderation.reasonShort.${reason as 'unclear'}`)}`
  return {
    term: `${dateName(locale, cityDay(createdAt, here.zone))}, ${moderator}`,
    detail: (
      <>
        {t(`moderation.done.${action}`)}
        {why}
        {note ? <p className="own-words small">«{note}»</p> : null}
      </>
    ),
  }
}
