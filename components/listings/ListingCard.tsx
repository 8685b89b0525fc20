import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { Dial } from '@/components/ui/Dial'
import { Icon } from '@/components/ui/Icon'
import { Tag, type TagTone } from '@/components/ui/Tag'
import {
  type Answer,
  AnswerLine,
  type Freshness,
  FreshnessLine,
  KindLine,
  type ListingKind,
} from './CardParts'

export type ListingCardProps = {
  kind: ListingKind
  /** «Комната, центр». */
  kindLine: ReactNode
  /** The word «sample», given only where it is one. */
  sample?: string
  answer?: Answer
  name: ReactNode
  /** Language of the author's words, when it is not the page's. */
  nameLang?: string
  /** The link that covers the card; a preview has none. */
  href?: string
  /** One sentence, price first and bold. */
  facts?: ReactNode
  /** One good thing to know, with a tick; a card has this or a tag. */
  plus?: ReactNode
  /** What several visitors say: that all is true. A warning of theirs is the tag. */
  said?: ReactNode
  /** warn: take care. old: not confirmed lately. outline: its status in words, for the author. */
  tag?: { tone: TagTone; text: ReactNode }
  /** Stale or departed: no fill, dashed edge, grey. */
  gone?: boolean
  fresh?: Freshness
  /** Buttons on the author's own card. */
  actions?: ReactNode
  /** A preview stands outside a list. */
  as?: 'li' | 'div'
  /** h2 where the list stands right under the page's h1. */
  heading?: 'h2' | 'h3'
  /** More for the author, such as the reason of a decision. */
  children?: ReactNode
}

/** The same card for all kinds: answer first, then the name, the facts and how fresh they are. */
export function ListingCard(card: ListingCardProps) {
  const { as: Element = 'li', heading: Heading = 'h3' } = card
  const { kind, kindLine, sample, answer, name, href, fresh, actions } = card
  return (
    <Element className={classes('card', card.gone && 'gone')}>
      <KindLine kind={kind} sample={sample}>
        {kindLine}
      </KindLine>
      {answer ? <AnswerLine {...answer} /> : null}
      <Heading className="name" lang={card.nameLang}>
        {href ? <a href={href}>{name}</a> : name}
      </Heading>
      {card.facts ? <p>{card.facts}</p> : null}
      {card.said ? <p className="small">{card.said}</p> : null}
      {card.plus ? (
        <p className="plus">
          <Icon name="check" />
          {card.plus}
        </p>
      ) : null}
      {card.tag ? (
        <p>
          <Tag tone={card.tag.tone}>{card.tag.text}</Tag>
        </p>
      ) : null}
      {card.children}
      {fresh && !actions ? <FreshnessLine {...fresh} /> : null}
      {fresh && actions ? (
        <p className="plus">
          <Dial level={fresh.dial} />
          {fresh.when}
        </p>
      ) : null}
      {actions ? <div className="deeds">{actions}</div> : null}
    </Element>
  )
}

/** A list of cards: one column on a phone, two from 48em. */
export function CardList({ children }: { children: ReactNode }) {
  return <ul className="list">{children}</ul>
}
