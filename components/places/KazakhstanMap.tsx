import { outline } from './outline'
import { mapViewBox, project } from './projection'

export type MapCity = {
  slug: string
  name: string
  href: string
  latitude: number
  longitude: number
}

// A circle of 44 CSS px where the map is at its narrowest, on a 360 px screen.
const touchRadius = 33

// Where a city's name has room, measured with the longest of its three names.
const labels: Record<string, { dx: number; dy: number; anchor?: 'middle' | 'end' }> = {
  uralsk: { dx: 4, dy: 32, anchor: 'middle' },
  petropavlovsk: { dx: 12, dy: 32, anchor: 'middle' },
  almaty: { dx: -15, dy: -6, anchor: 'end' },
}
const beside = { dx: 15, dy: 8 }

/** The country and its cities as links, drawn without a script. A list of the same links stands beside it. */
export function KazakhstanMap({ label, cities }: { label: string; cities: MapCity[] }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a drawing
    <svg className="map" viewBox={mapViewBox} role="group" aria-label={label}>
      <linearGradient id="dawn">
        <stop />
        <stop offset=".5" />
        <stop offset="1" />
      </linearGradient>
      <path fill="url(#dawn)" d={outline} />
      {cities.map(({ slug, name, href, latitude, longitude }) => {
        const { x, y } = project(longitude, latitude)
        const { dx, dy, anchor } = { anchor: undefined, ...(labels[slug] ?? beside) }
        return (
          <a key={slug} href={href}>
            <circle r={touchRadius} cx={Math.round(x)} cy={Math.round(y)} />
            <circle className="dot" r="7" cx={Math.round(x)} cy={Math.round(y)} />
            <text x={Math.round(x) + dx} y={Math.round(y) + dy} textAnchor={anchor}>
              {name}
            </text>
          </a>
        )
      })}
    </svg>
  )
}
