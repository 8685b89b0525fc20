import { CentreCard } from '@/components/centres/CentreCard'
import { HousingCard } from '@/components/housing/HousingCard'
import { Preview } from '@/components/layout/Bench'
import { authorLang } from '@/components/listings/words'
import { RideCard } from '@/components/rides/RideCard'
import { Marked } from '@/components/risk/Marked'
import type { Viewer } from '@/lib/auth/viewer'
import { getCentre } from '@/lib/centres/queries'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import { getHousing } from '@/lib/housing/queries'
import type { Here } from '@/lib/i18n/moments'
import { orNotFound } from '@/lib/i18n/page'
import { getRide } from '@/lib/rides/queries'

interface Props {
  id: string
  viewer: Viewer
  here: Here
  /** What gave the text away, to be marked. */
  words: readonly string[]
}

/** A listing as people will see it: its card and the author's text. One line per kind. */
export async function KindPreview({ kind, ...props }: Props & { kind: ListingKind }) {
  switch (kind) {
    case 'ride':
      return <RidePreview {...props} />
    case 'housing':
      return <HousingPreview {...props} />
    case 'centre':
      return <CentrePreview {...props} />
  }
}

async function RidePreview({ id, viewer, here, words }: Props) {
  const ride = await orNotFound(getRide(viewer, id, here.locale, here.now))
  return (
    <Preview card={<RideCard ride={ride} here={here} as="div" />}>
      <AuthorText here={here} listing={ride} words={words} />
    </Preview>
  )
}

async function HousingPreview({ id, viewer, here, words }: Props) {
  const housing = await orNotFound(getHousing(viewer, id, here.locale, here.now))
  return (
    <Preview card={<HousingCard home={housing} here={here} as="div" />}>
      <AuthorText here={here} listing={housing} words={words} />
      <OwnWords text={housing.houseRules} words={words} />
    </Preview>
  )
}

async function CentrePreview({ id, viewer, here, words }: Props) {
  const centre = await orNotFound(getCentre(viewer, id, here.locale, here.now))
  return (
    <Preview card={<CentreCard centre={centre} here={here} as="div" />}>
      <AuthorText here={here} listing={centre} words={words} />
      <OwnWords text={centre.documents} words={words} />
    </Preview>
  )
}

function AuthorText({
  here,
  listing,
  words,
}: Pick<Props, 'here' | 'words'> & { listing: Parameters<typeof authorLang>[1] }) {
  return <OwnWords text={listing.body} words={words} lang={authorLang(here, listing)} />
}

function OwnWords({
  text,
  words,
  lang,
}: Pick<Props, 'words'> & { text: string; lang?: string | undefined }) {
  return text ? (
    <p className="own-words" lang={lang}>
      <Marked text={text} words={words} />
    </p>
  ) : null
}
