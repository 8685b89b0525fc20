import { AskedName } from '@/components/requests/HostCard'
import { guestName } from '@/components/requests/host-words'
import { partyText } from '@/components/requests/words'
import { hourRange } from '@/components/rides/words'
import { Lines } from '@/components/ui/Lines'
import { Section } from '@/components/ui/Section'
import type { DayAhead } from '@/lib/hosting/queries'
import { dayName, type Here } from '@/lib/i18n/moments'

/** Whom a volunteer expects today and in the six days after it, day by day. */
export function HostWeek({ days, here }: { days: DayAhead[]; here: Here }) {
  const { t } = here
  return (
    <Section title={t('hosting.week')} id="week">
      {days.length === 0 ? <p>{t('hosting.noneAhead')}</p> : null}
      <Lines
        lines={days.map(({ day, entries }) => ({
          term: dayName(here, day),
          detail: entries.map((entry) => (
            <Entry key={entry.listing.id} entry={entry} here={here} />
          )),
        }))}
      />
    </Section>
  )
}

function Entry({ entry, here }: { entry: DayAhead['entries'][number]; here: Here }) {
  const { t, locale } = here
  const { listing, startsAt, held, total, guests } = entry
  return (
    <div>
      <p>
        {listing.kind === 'ride' ? `${hourRange(startsAt, here.zone)} ` : null}
        <AskedName listing={listing} />. {t('hosting.taken', { held, total })}
      </p>
      <ul>
        {guests.map(({ requestId, name, party, arrivedAt }) => (
          <li key={requestId}>
            <a href={`/${locale}/my/requests/${requestId}`}>{guestName(here, name)}</a>,{' '}
            {partyText(here, party)}
            {arrivedAt ? `, ${t('hosting.arrived')}` : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
