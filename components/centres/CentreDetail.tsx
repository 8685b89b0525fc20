import { CentreHours } from '@/components/centres/CentreHours'
import { CentrePlace } from '@/components/centres/CentrePlace'
import { nextOpenings, openingAnswer } from '@/components/centres/words'
import { IinStatements } from '@/components/guide/IinStatements'
import { AnswerCard } from '@/components/listings/AnswerCard'
import { ListingEnd } from '@/components/listings/ListingEnd'
import {
  authorLang,
  capital,
  freshFoot,
  sampleWord,
  sentence,
  staleText,
} from '@/components/listings/words'
import { Note } from '@/components/ui/Note'
import { Section } from '@/components/ui/Section'
import { Steps } from '@/components/ui/Steps'
import { SaidNotes } from '@/components/visits/SaidNotes'
import { waitText } from '@/components/visits/words'
import type { CentreDetailView } from '@/lib/centres/queries'
import { IIN_BRING } from '@/lib/guide/iin'
import type { Kept } from '@/lib/guide/kept'
import type { Here } from '@/lib/i18n/moments'

const SAFETY = ['iin', 'passport', 'pay', 'us'] as const

/** Everything the public may know of a centre. */
export function CentreDetail({
  centre,
  here,
  kept,
}: {
  centre: CentreDetailView
  here: Here
  kept: Kept
}) {
  const { t } = here
  const stale = staleText(here, 'centre', centre.confirmedAt)
  const lang = authorLang(here, centre)
  const waited = waitText(here, centre.waits)
  return (
    <>
      <AnswerCard
        kind="centre"
        kindLine={sentence([t(`centres.kind.${centre.centreKind}`), centre.district])}
        sample={sampleWord(here, centre)}
        answer={openingAnswer(here, centre, stale !== null)}
        when={nextOpenings(here, centre)}
        name={centre.title}
        nameLang={lang}
        gone={stale !== null}
        fresh={freshFoot(here, 'centre', centre)}
      >
        {waited ? (
          <p>
            <b>{waited.wait}</b>, {waited.by}
          </p>
        ) : null}
        <p>
          <b>{capital(t(`centres.appointment.${centre.appointment}`))}</b>
        </p>
      </AnswerCard>
      <SaidNotes kind="centre" visits={centre.visits} here={here} />
      {stale ? (
        <Note tone="warn" title={stale}>
          {t('centres.staleNote')}
        </Note>
      ) : null}
      {centre.body ? (
        <Section title={t('listing.authorWrites')}>
          <p className="own-words" lang={lang}>
            {centre.body}
          </p>
        </Section>
      ) : null}
      <Bring centre={centre} here={here} lang={lang} kept={kept} />
      <Section title={t('centres.hoursTitle')}>
        {centre.opening.open === null ? (
          <p>{t('centres.hoursNotTold')}</p>
        ) : (
          <CentreHours centre={centre} here={here} />
        )}
      </Section>
      <Section title={t('centres.whereTitle')}>
        <CentrePlace centre={centre} here={here} />
      </Section>
      <Section title={t('centres.safety.title')}>
        <Steps steps={SAFETY.map((key) => ({ key, text: t(`centres.safety.${key}`) }))} />
      </Section>
      {centre.centreKind === 'help_point' ? <Note>{t('listing.volunteersNote')}</Note> : null}
      <ListingEnd kind="centre" listing={centre} title={centre.title} here={here} />
    </>
  )
}

// The centre's own words come first, then what holds for the IIN everywhere.
function Bring({
  centre,
  here,
  lang,
  kept,
}: {
  centre: CentreDetailView
  here: Here
  lang?: string
  kept: Kept
}) {
  const { documents, services, centreKind } = centre
  const own = documents
    ? [
        {
          key: 'own',
          text: (
            <span className="own-words" lang={lang}>
              {documents}
            </span>
          ),
        },
      ]
    : []
  const givesIin = services.includes('iin')
  if (!givesIin && !documents) return null
  const office = centreKind === 'help_point' ? (['office'] as const) : []
  return (
    <Section title={here.t('centres.bringTitle')}>
      {givesIin ? (
        <IinStatements
          here={here}
          first={own}
          names={[...IIN_BRING, ...office, 'appointment']}
          kept={kept}
        />
      ) : (
        <Steps steps={own} />
      )}
    </Section>
  )
}
