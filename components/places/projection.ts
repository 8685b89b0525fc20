/** The map's viewBox: the country, with room for a finger above its northernmost city. */
export const mapViewBox = '0 -18 500 302'

const radians = Math.PI / 180
const centre = { latitude: 48 * radians, longitude: 67 * radians, x: 252, y: 142 }
const parallels = { south: 43 * radians, north: 53 * radians }
const earthRadius = 1040

const cone = (Math.sin(parallels.south) + Math.sin(parallels.north)) / 2

/**
 * Where a point of Kazakhstan lies on the map, in units of its viewBox. Albers' equal-area conic
 * projection (Snyder, Map Projections: A Working Manual, 1987, p. 100): areas are true, and the
 * parallels bend as on the maps people know.
 */
export function project(longitude: number, latitude: number) {
  const angle = cone * (longitude * radians - centre.longitude)
  const radius = toPole(latitude * radians)
  return {
    x: centre.x + radius * Math.sin(angle),
    y: centre.y + radius * Math.cos(angle) - toPole(centre.latitude),
  }
}

function toPole(latitude: number) {
  const square =
    Math.cos(parallels.south) ** 2 + 2 * cone * (Math.sin(parallels.south) - Math.sin(latitude))
  return (earthRadius * Math.sqrt(square)) / cone
}
