import type { ReactNode } from 'react'
import {
  type Answer,
  AnswerLine,
  type Freshness,
  FreshnessLine,
  KindLine,
  type ListingKind,
} from './CardParts'

/** The top of a listing's own page: the answer in large figures, then the name as its h1. */
export function AnswerCard({
  kind,
  kindLine,
  sample,
  answer,
  when,
  name,
  nameLang,
  gone,
  fresh,
  children,
}: {
  kind: ListingKind
  kindLine: ReactNode
  sample?: string
  answer: Answer
  /** The day and hours around the answer: «Сегодня до 18:00. Завтра с 9:00.» */
  when?: ReactNode
  name: ReactNode
  nameLang?: string
  gone?: boolean
  fresh?: Freshness
  /** Facts as paragraphs, price first and bold. */
  children?: ReactNode
}) {
  return (
    <div className={gone ? 'card answer gone' : 'card answer'}>
      <KindLine kind={kind} sample={sample}>
        {kindLine}
      </KindLine>
      <AnswerLine {...answer} />
      {when ? <p>{when}</p> : null}
      <h1 lang={nameLang}>{name}</h1>
      {children}
      {fresh ? <FreshnessLine {...fresh} /> : null}
    </div>
  )
}
