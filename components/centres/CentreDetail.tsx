import { CentreHours } from '@/components/centres/CentreHours'
import { CentrePlace } from '@/components/centres/CentrePlace'
import { nextOpenings, openingAnswer } from '@/components/centres/words'
import { IinStatements } from '@/components/guide/IinStatements'
import { AnswerCard } from '@/components/listings/AnswerCard'
import { ListingTools } from '@/components/listings/ListingTools'
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
import type { CentreDetailView } from '@/lib/centres/queries'
import { IIN_BRING } from '@/lib/guide/iin'
import type { Here } from '@/lib/i18n/moments'

const SAFETY = ['iin', 'passport', 'pay', 'us'] as const

/** Everything the public may know of a centre. */
export function CentreDetail({ centre, here }: { centre: CentreDetailView; here: Here }) {
  const { t } = here
  const stale = staleText(here, 'centre', centre.confirmedAt)
  const lang = authorLang(here, centre)
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
        <p>
          <b>{capital(t(`centres.appointment.${centre.appointment}`))}</b>
        </p>
      </AnswerCard>
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
      <Bring centre={centre} here={here} lang={lang} />
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
      <ListingTools here={here} />
    </>
  )
}

// The centre's own words come first, then what holds for the IIN everywhere.
function Bring({ centre, here, lang }: { centre: CentreDetailView; here: Here; lang?: string }) {
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
        <IinStatements here={here} first={own} names={[...IIN_BRING, ...office, 'appointment']} />
      ) : (
        <Steps steps={own} />
      )}
    </Section>
  )
}
