import { servicesText } from '@/components/centres/words'
import { type Line, Lines } from '@/components/ui/Lines'
import type { CentreDetailView } from '@/lib/centres/queries'
import { dateName, type Here } from '@/lib/i18n/moments'
import { cityName } from '@/lib/places/cities'
import { columnDay } from '@/lib/places/city-time'

/** Where it is and with what it helps; what nobody told us is left out. */
export function CentrePlace({ centre, here }: { centre: CentreDetailView; here: Here }) {
  const { t } = here
  const { publicPhone, fees, stepFree, source } = centre
  const lines: (Line | null | false)[] = [
    { term: t('centres.term.place'), detail: placeText(centre, here) },
    publicPhone !== null && {
      term: t('centres.term.phone'),
      detail: <a href={`tel:${publicPhone}`}>{spaced(publicPhone)}</a>,
    },
    { term: t('centres.term.services'), detail: servicesText(here, centre) },
    {
      term: t('listing.languages'),
      detail: centre.languages.map((language) => t(`language.${language}`)).join(', '),
    },
    stepFree !== null && {
      term: t('centres.term.entrance'),
      detail: t(stepFree ? 'centres.stepFree' : 'centres.steps'),
    },
    fees !== '' && {
      term: t('centres.term.fees'),
      detail: <span lang={centre.language}>{fees}</span>,
    },
    { term: t('centres.term.author'), detail: <AuthorLine centre={centre} here={here} /> },
    source && {
      term: t('centres.term.source'),
      detail: <SourceLine source={source} here={here} />,
    },
  ]
  return <Lines lines={lines.filter((line) => line !== null && line !== false)} />
}

function placeText({ city, district, publicAddress }: CentreDetailView, { t, locale }: Here) {
  const place = [cityName(city, locale), district].filter(Boolean).join(', ')
  return publicAddress ? `${place}, ${publicAddress}` : t('centres.noAddress', { place })
}

function AuthorLine({ centre, here }: { centre: CentreDetailView; here: Here }) {
  const { name, verifiedHow } = centre.author
  return verifiedHow ? `${name}. ${here.t(`listing.verified.${verifiedHow}`)}` : name
}

function SourceLine({
  source: { url, checkedOn },
  here: { t, locale },
}: {
  source: { url: string; checkedOn: Date }
  here: Here
}) {
  return (
    <>
      <a href={url} rel="noreferrer">
        {new URL(url).hostname.replace(/^www\./, '')}
      </a>
      {', '}
      {t('listing.checkedOn', { date: dateName(locale, columnDay(checkedOn), true) })}
    </>
  )
}

/** `+7 717 212-34-56`: what the database holds has no spaces. */
function spaced(phone: string): string {
  return phone.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7\u00a0$1\u00a0$2-$3-$4')
}
