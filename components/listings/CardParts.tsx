import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { Dial, type DialLevel } from '@/components/ui/Dial'
import { Icon } from '@/components/ui/Icon'
import type { IconName } from '@/components/ui/icons'
import { Pips } from '@/components/ui/Pips'
import { Tag } from '@/components/ui/Tag'

export type ListingKind = 'centre' | 'housing' | 'ride'

export const kindIcons: Record<ListingKind, IconName> = {
  centre: 'id',
  housing: 'bed',
  ride: 'car',
}

export type Answer = {
  /** The figure or word that answers: «2», «19:40», «Открыто». */
  figure: ReactNode
  /** Its words: «из 3 мест свободно». */
  words?: ReactNode
  /** What is true right now, in amber: «ещё 40 мин». */
  now?: ReactNode
  /** Beds or seats, drawn as dots. */
  places?: { free: number; total: number }
  /** A quiet answer is smaller and grey: full, closed, in the past tense. */
  quiet?: boolean
  /** A figure of many signs, such as `19:00–20:00`, which must stay on one line. */
  long?: boolean
}

export type Freshness = {
  dial: DialLevel
  /** «Подтверждено 3 ч назад». */
  when: ReactNode
  /** The same on paper, where hours go on: «Подтверждено 29 ноября в 14:05». */
  printed?: string
  /** The first name of who confirmed it, or where it comes from. */
  who?: ReactNode
}

/** Icon in the colour of the kind, the kind and district, and the word «sample» where it is one. */
export function KindLine({
  kind,
  sample,
  children,
}: {
  kind: ListingKind
  sample?: string
  children: ReactNode
}) {
  return (
    <p className="meta">
      <Icon name={kindIcons[kind]} className={kind} />
      {children}
      {sample ? <Tag tone="sample">{sample}</Tag> : null}
    </p>
  )
}

export function AnswerLine({ figure, words, now, places, quiet, long }: Answer) {
  return (
    <p className="fig">
      <b className={classes(quiet && 'no', long && 'long') || undefined}>{figure}</b> {words}{' '}
      {now ? <Tag tone="now">{now}</Tag> : null}
      {places ? <Pips {...places} /> : null}
    </p>
  )
}

export function FreshnessLine({ dial, when, printed, who }: Freshness) {
  return (
    <p className="fresh">
      <Dial level={dial} />
      <span data-printed={printed}>{when}</span>
      {who ? <span>{who}</span> : null}
    </p>
  )
}
