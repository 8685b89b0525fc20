import type { ReactNode } from 'react'

export type HoursRow = { day: string; hours: ReactNode; today?: boolean }

/** The week's opening hours and dated exceptions, today underlined. The caption is for screen readers. */
export function Hours({ caption, rows }: { caption: string; rows: HoursRow[] }) {
  return (
    <table className="hours">
      <caption className="vh">{caption}</caption>
      <tbody>
        {rows.map(({ day, hours, today }) => (
          <tr key={day} aria-current={today ? 'date' : undefined}>
            <th scope="row">{day}</th>
            <td>{hours}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
