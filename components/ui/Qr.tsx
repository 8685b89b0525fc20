import { encodeQR } from 'qr'

/** Light modules around the code, without which cameras do not find it. */
const QUIET_ZONE = 4

/** A text as a QR code: one path, dark on light whatever the page is. `label` says what it opens. */
export function Qr({ text, label }: { text: string; label: string }) {
  const modules = encodeQR(text, 'raw', { border: QUIET_ZONE })
  const size = modules.length
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={modules.flatMap(runsOf).join('')} />
    </svg>
  )
}

/** The dark stretches of a row, each a rectangle one module high. */
function runsOf(row: boolean[], y: number): string[] {
  const dark = row.map((isDark) => (isDark ? '1' : '0')).join('')
  return [...dark.matchAll(/1+/g)].map(
    ({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`,
  )
}
