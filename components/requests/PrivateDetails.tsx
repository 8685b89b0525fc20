import { Lines } from '@/components/ui/Lines'
import type { Here } from '@/lib/i18n/moments'
import type { AskerRequest } from '@/lib/requests/queries'

/** What only the accepted see: point, time, car and plate, or the address. */
export function PrivateDetails({ request, here }: { request: AskerRequest; here: Here }) {
  const { t, locale } = here
  const { released, listing } = request
  if (!released) return null
  const lang = listing.language === locale ? undefined : listing.language
  const own = (text: string) => (
    <b className="own-words" lang={lang}>
      {text}
    </b>
  )
  const lines =
    released.kind === 'ride'
      ? [
          { term: t('requests.page.exactTime'), detail: <b>{released.exactTime}</b> },
          { term: t('rides.form.point'), detail: own(released.point) },
          { term: t('rides.form.car'), detail: own(released.car) },
          { term: t('rides.form.plate'), detail: own(released.plate) },
        ]
      : [{ term: t('housing.form.address'), detail: own(released.address) }]
  const rules =
    released.kind === 'ride'
      ? [t('rides.safety.plate'), t('rides.safety.pay')]
      : [t('housing.safety.pay'), t('housing.safety.look')]
  return (
    <>
      <h3>{t('requests.page.details')}</h3>
      <Lines lines={lines} />
      <p>{rules.join(' ')}</p>
    </>
  )
}
