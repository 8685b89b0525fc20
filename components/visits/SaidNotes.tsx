import { Icon } from '@/components/ui/Icon'
import { Note } from '@/components/ui/Note'
import { saidLines } from '@/components/visits/words'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { Here } from '@/lib/i18n/moments'
import type { Visit } from '@/lib/visits/rules'

/** What several visitors say of a listing, on its own page. */
export function SaidNotes({
  kind,
  visits,
  here,
}: {
  kind: ListingKind
  visits: Visit[]
  here: Here
}) {
  return saidLines(here, kind, visits).map(({ isProblem, text }) =>
    isProblem ? (
      <Note key={text} tone="warn" title={text}>
        {here.t(`visits.check.${kind}`)}
      </Note>
    ) : (
      <p key={text} className="plus">
        <Icon name="check" />
        {text}
      </p>
    ),
  )
}
