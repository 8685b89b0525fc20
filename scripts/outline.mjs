// Draws components/places/outline.ts anew: node --import tsx scripts/outline.mjs

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { feature } from 'topojson-client'
import { project } from '../components/places/projection.ts'

const pathOf = (url) => fileURLToPath(import.meta.resolve(url))
const isoCode = '398'
// Triangles smaller than this, in square units of the map, are not seen on a phone.
const smallestArea = 9

const topology = JSON.parse(readFileSync(pathOf('world-atlas/countries-50m.json'), 'utf8'))
const country = feature(topology, topology.objects.countries).features.find(
  ({ id }) => id === isoCode,
)
const mainland = country.geometry.coordinates
  .map(([outer]) => outer)
  .reduce((longest, ring) => (ring.length > longest.length ? ring : longest))
const points = mainland.slice(1).map(([longitude, latitude]) => project(longitude, latitude))

writeFileSync(
  pathOf('../components/places/outline.ts'),
  `/**
 * The outline of Kazakhstan in units of the map's viewBox. Written by scripts/outline.mjs from
 * Natural Earth 4.1, 1:50m, public domain (naturalearthdata.com), as packed in world-atlas 2.0.2.
 */
export const outline =
  '${draw(simplify(points))}'
`,
)

/** Drops the least visible corner again and again (Visvalingam and Whyatt, 1993). */
function simplify(ring) {
  const kept = [...ring]
  for (;;) {
    const areas = kept.map((corner, index) =>
      triangle(kept.at(index - 1), corner, kept[(index + 1) % kept.length]),
    )
    const least = Math.min(...areas)
    if (least >= smallestArea) return kept
    kept.splice(areas.indexOf(least), 1)
  }
}

function triangle(a, b, c) {
  return Math.abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2
}

/** Whole units, each relative to the one before: the shortest path text. */
function draw(ring) {
  const [first, ...rest] = ring.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
  let last = first
  const steps = rest.map((point) => {
    const [dx, dy] = [point.x - last.x, point.y - last.y]
    last = point
    return `${dx}${dy < 0 ? dy : ` ${dy}`}`
  })
  return `M${first.x} ${first.y}l${steps.join(' ').replaceAll(' -', '-')}z`
}
