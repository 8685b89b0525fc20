import { kindText, openingAnswer, queueText, servicesText } from '@/components/centres/words'
import { ListingCard } from '@/components/listings/ListingCard'
import { authorLang, freshFoot, sampleWord, staleText } from '@/components/listings/words'
import { awayText } from '@/components/search/SortField'
import { saidLines, saidOnCard, waitText } from '@/components/visits/words'
import type { CentreCardView } from '@/lib/centres/queries'
import type { Here } from '@/lib/i18n/moments'

/** A centre in a list: whether it is open, its name, how to be seen and with what it helps. */
export function CentreCard({
  centre,
  here,
  href,
  as,
}: {
  centre: CentreCardView
  here: Here
  href?: string
  as?: 'li' | 'div'
}) {
  const { t } = here
  const stale = staleText(here, 'centre', centre.confirmedAt)
  const [said] = saidLines(here, 'centre', centre.visits)
  const waited = waitText(here, centre.waits)
  return (
    <ListingCard
      as={as}
      kind="centre"
      kindLine={[kindText(here, centre), awayText(here, centre.distanceKm)]
        .filter(Boolean)
        .join(', ')}
      sample={sampleWord(here, centre)}
      answer={openingAnswer(here, centre, stale !== null)}
      name={centre.title}
      nameLang={authorLang(here, centre)}
      href={href}
      facts={
        <>
          {waited ? (
            <>
              <b>{waited.wait}</b>, {waited.by}. {queueText(here, centre)}.
            </>
          ) : (
            <>
              <b>{queueText(here, centre)}</b>.
            </>
          )}{' '}
          {t('centres.helpsWith', { services: servicesText(here, centre) })}
        </>
      }
      plus={centre.stepFree && !stale && !said?.isProblem ? t('centres.stepFreePlus') : undefined}
      {...saidOnCard(said, stale)}
      gone={stale !== null}
      fresh={freshFoot(here, 'centre', centre)}
    />
  )
}
