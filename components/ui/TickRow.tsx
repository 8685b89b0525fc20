import type { ReactNode } from 'react'

/** One radio or checkbox with its words, the whole row being the target. */
export function TickRow({
  id,
  name,
  kind = 'checkbox',
  value,
  label,
  hint,
  defaultChecked,
}: {
  id: string
  name: string
  kind?: 'radio' | 'checkbox'
  value: string
  label: ReactNode
  hint?: ReactNode
  defaultChecked?: boolean
}) {
  return (
    <label className="tick">
      <input type={kind} id={id} name={name} value={value} defaultChecked={defaultChecked} />
      <span>
        {label}
        {hint ? <span className="hint">{hint}</span> : null}
      </span>
    </label>
  )
}
