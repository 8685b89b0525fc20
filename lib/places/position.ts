/** Where somebody is, to about a kilometre: two decimals of a degree. */
export interface Position {
  latitude: number
  longitude: number
}

type MaybePosition = { [Axis in keyof Position]: number | null }

const EARTH_KM = 6371

/** `51.23,51.37` as a position, rounded to two decimals; null when it is none. */
export function readPosition(text: string): Position | null {
  const [, latitude, longitude] = POSITION.exec(text) ?? []
  if (!latitude || !longitude) return null
  const position = { latitude: rounded(latitude), longitude: rounded(longitude) }
  return Math.abs(position.latitude) <= 90 && Math.abs(position.longitude) <= 180 ? position : null
}

export function positionText({ latitude, longitude }: Position): string {
  return `${latitude.toFixed(2)},${longitude.toFixed(2)}`
}

/** Where a place is, exactly; null when nobody told us. */
export function pointOf({ latitude, longitude }: MaybePosition): Position | null {
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

/** Whole kilometres as the crow flies; null when one end is not known. */
export function kilometres(from: Position, to: MaybePosition): number | null {
  if (to.latitude === null || to.longitude === null) return null
  const [north, south] = [radians(from.latitude), radians(to.latitude)]
  const east = radians(to.longitude - from.longitude)
  // Haversine.
  const half =
    Math.sin((south - north) / 2) ** 2 + Math.cos(north) * Math.cos(south) * Math.sin(east / 2) ** 2
  return Math.round(2 * EARTH_KM * Math.asin(Math.sqrt(half)))
}

const POSITION = /^(-?\d{1,2}(?:\.\d{1,10})?),(-?\d{1,3}(?:\.\d{1,10})?)$/

function rounded(degrees: string): number {
  return Math.round(Number(degrees) * 100) / 100
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
