import { CentrePlace } from '@/components/centres/CentrePlace'
import { kindText } from '@/components/centres/words'
import { ListingCard } from '@/components/listings/ListingCard'
import { authorLang, capital, sampleWord } from '@/components/listings/words'
import { PackFoot } from '@/components/packs/PackFoot'
import { addressOf, unusualLines, weekLines } from '@/components/packs/words'
import type { CentreDetailView } from '@/lib/centres/queries'
import type { Here } from '@/lib/i18n/moments'

/** A centre in a pack: where it is, when it is open, what to bring. */
export function PackCentre({ centre, here }: { centre: CentreDetailView; here: Here }) {
  const { t } = here
  const lang = authorLang(here, centre)
  return (
    <ListingCard
      kind="centre"
      kindLine={kindText(here, centre)}
      sample={sampleWord(here, centre)}
      name={centre.title}
      nameLang={lang}
      href={addressOf(here, `/${centre.city}/centres/${centre.id}`)}
      facts={<b>{capital(t(`centres.appointment.${centre.appointment}`))}</b>}
    >
      <Hours centre={centre} here={here} />
      {centre.documents ? (
        <div>
          <b>{t('centres.bringTitle')}</b>
          <p className="own-words" lang={lang}>
            {centre.documents}
          </p>
        </div>
      ) : null}
      <CentrePlace centre={centre} here={here} />
      <PackFoot here={here} listing={centre} />
    </ListingCard>
  )
}

function Hours({ centre, here }: { centre: CentreDetailView; here: Here }) {
  const { t } = here
  if (centre.opening.open === null) return <p>{t('centres.hoursUnknown')}</p>
  const lines = [...weekLines(here, centre), ...unusualLines(here, centre)]
  return (
    <div>
      <b>{t('centres.hoursTitle')}</b>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
