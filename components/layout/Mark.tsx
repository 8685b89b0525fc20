/** The mark: a step with a dot before it. */
export function Mark() {
  return (
    <svg className="icon mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M2 19h9v-8h11" />
      <circle cx="6.5" cy="12" r="2.75" />
    </svg>
  )
}
