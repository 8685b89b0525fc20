/** More dots than this are not counted at a glance: the number alone says it better. */
const mostPips = 8

/** One dot per place, filled while free. Decorative: the same count stands beside it in words. */
export function Pips({ free, total }: { free: number; total: number }) {
  if (total > mostPips) return null
  return (
    <span className="pips" aria-hidden="true">
      {Array.from({ length: total }, (_, place) => {
        const Dot = place < free ? 'b' : 'i'
        // biome-ignore lint/suspicious/noArrayIndexKey: the dots have no other identity
        return <Dot key={place} />
      })}
    </span>
  )
}
