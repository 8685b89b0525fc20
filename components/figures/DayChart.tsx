import type { DayCount } from '@/lib/figures/queries'
import { dateName, type Here } from '@/lib/i18n/moments'

const STEP = 20
const HEIGHT = 80

/** Offers and requests of a city, a pair of bars a day; the same numbers stand in a table below. */
export function DayChart({ here, name, days }: { here: Here; name: string; days: DayCount[] }) {
  const { locale, t } = here
  const most = Math.max(...days.flatMap(({ offers, requests }) => [offers, requests]))
  if (most === 0) {
    return (
      <p>
        <b>{name}</b>. {t('figures.none')}
      </p>
    )
  }
  const bar = (count: number) => Math.round((count / most) * HEIGHT)
  return (
    <figure className="stack">
      <figcaption>
        <b>{name}</b>, {t('figures.atMost', { n: most })}
      </figcaption>
      <svg
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
        className="day-chart"
        aria-hidden="true"
        focusable="false"
      >
        {days.map(({ day, offers, requests }, index) => (
          <g key={day}>
            <rect
              className="offers"
              x={index * STEP + 2}
              y={HEIGHT - bar(offers)}
              width={7}
              height={bar(offers)}
            />
            <rect
              className="asked"
              x={index * STEP + 10}
              y={HEIGHT - bar(requests)}
              width={7}
              height={bar(requests)}
            />
          </g>
        ))}
      </svg>
      <details>
        <summary>{t('figures.numbers')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('figures.day')}</th>
              <th scope="col">{t('figures.offers')}</th>
              <th scope="col">{t('figures.requests')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, offers, requests }) => (
              <tr key={day}>
                <th scope="row">{dateName(locale, day)}</th>
                <td>{offers}</td>
                <td>{requests}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
