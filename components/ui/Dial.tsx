/** Quarters of its time a confirmation has left; 0 is over. */
export type DialLevel = 0 | 1 | 2 | 3 | 4

const wedges: Record<DialLevel, string | null> = {
  4: 'M6.5 12a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z',
  3: 'M12 12V6.5A5.5 5.5 0 1 1 6.5 12z',
  2: 'M12 6.5a5.5 5.5 0 0 1 0 11z',
  1: 'M12 12V6.5a5.5 5.5 0 0 1 5.5 5.5z',
  0: null,
}

/** The freshness dial: it empties by quarters and turns to dashes when the time is over. */
export function Dial({ level }: { level: DialLevel }) {
  const wedge = wedges[level]
  return (
    <svg className="icon dial" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9" strokeDasharray={wedge ? undefined : '3 4.07'} />
      {wedge ? <path d={wedge} /> : null}
    </svg>
  )
}
