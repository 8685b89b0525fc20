import { ListingTools } from '@/components/listings/ListingTools'
import { TellSection } from '@/components/visits/TellSection'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { Here } from '@/lib/i18n/moments'
import { KIND_PATHS } from '@/lib/listings/kinds'
import type { ListingView } from '@/lib/listings/queries'

/** The end of a listing's page: was it true, is something wrong; then share, keep, print. */
export function ListingEnd({
  kind,
  listing: { city, id },
  title,
  here,
}: {
  kind: ListingKind
  listing: ListingView
  title: string
  here: Here
}) {
  const path = `/${city}/${KIND_PATHS[kind]}/${id}`
  return (
    <>
      <TellSection href={`/${here.locale}${path}/tell`} kind={kind} here={here} />
      <ListingTools here={here} path={path} title={title} />
    </>
  )
}
