import type { ListingKind } from '@/lib/generated/prisma/enums'
import { isFarAboveUsual, type UsualPrice } from '@/lib/housing/rules'
import { findPersonalData, hasDocumentNumber } from '@/lib/moderation/rules'
import type { CitySlug } from '@/lib/places/cities'
import { impressionOf } from '@/lib/risk/impression'
import type { TextConcern } from '@/lib/risk/phrases'
import { findDomain, findingsIn } from '@/lib/risk/reading'
import { findSpokenNumber } from '@/lib/risk/spoken-number'
import { type Sentence, sentencesOf } from '@/lib/risk/unmask'

/** Why something is not published unseen, in words that exist in three languages (`risk.why.…`). */
export type RiskCode =
  | TextConcern
  | 'document_number'
  | 'reads_like_fraud'
  | 'new_author'
  | 'price_high'
  | 'price_unreal'
  | 'same_text'
  | 'same_text_refused'
  | 'reported'

export interface Risk {
  code: RiskCode
  weight: number
  /** Numbers of its sentence. */
  price?: number
  usual?: number
  times?: number
  /** Where the same text stands. */
  elsewhere?: { listingId: string; city: CitySlug }
}

/** In which part of the queue: first, to look at, or nothing was found. */
export type RiskLevel = 'first' | 'look' | 'none'

export interface Judgement {
  level: RiskLevel
  score: number
  /** The gravest first. */
  risks: Risk[]
  /** The words that gave it away, as they stand in the text. */
  words: string[]
}

/** Sums of weights from which a listing is looked at, and before everything else. */
const LOOK = 2
const FIRST = 3

/** For one seat: more than half the petrol of the longest way, Uralsk to Almaty. Our own estimate. */
const UNREAL_SEAT_TENGE = 30_000
/** A bed for a night: so many times the usual of its city is no price of a home. */
const UNREAL_TIMES = 4
/** The same where too few offers make a usual price. */
const UNREAL_BED_TENGE = 40_000

export interface Priced {
  kind: ListingKind
  /** Null where nothing is sold. */
  price: number | null
  usual: UsualPrice | null
}

/** What is known beside the text. */
export interface Facts extends Priced {
  isNewAuthor: boolean
  same: { listingId: string; city: CitySlug; isRefused: boolean } | null
  reports: { times: number; grave: boolean }
}

/**
 * The sum from which a text reads like a fraud: its impression, and a share of what its phrases weigh.
 * Chosen for less than two false alarms in a hundred honest texts of authors from whom nothing had been
 * learned (docs/decisions/0037).
 */
const FRAUD = 1.1
const SHARE = 0.2
/** What the phrases of one sentence weigh when there is more than one of them. */
const BLATANT = 4

/** What a text of a listing of this kind gives away itself, and the words that do. */
export function textRisks(text: string, kind: ListingKind): { risks: Risk[]; words: string[] } {
  const sentences = sentencesOf(text)
  const found = findingsIn(sentences)
  const impression = impressionOf(sentences, kind)
  const told = sumOf(found)
  const readsLikeFraud = impression.score + SHARE * told > FRAUD
  const isFraud =
    readsLikeFraud || (told >= BLATANT && sentences.some((one) => isBlatant(one, kind)))
  const risks: Risk[] = found.map(({ concern, weight }) => ({
    code: concern,
    weight: isFraud ? weight : 0,
  }))
  const marks = found.flatMap((finding) => finding.marks)
  if (isFraud && (impression.score > FRAUD || told < LOOK)) {
    risks.push({ code: 'reads_like_fraud', weight: 2 })
    marks.push(...impression.marks)
  }
  if (hasDocumentNumber(text)) risks.push({ code: 'document_number', weight: 3 })
  const contact = findDomain(text) ?? findSpokenNumber(sentences.flat())
  if (contact) marks.push(contact)
  const hasContact = risks.some(({ code, weight }) => code === 'contact_elsewhere' && weight > 0)
  if ((contact || findPersonalData(text)) && !hasContact) {
    risks.push({ code: 'contact_elsewhere', weight: 2 })
  }
  return { risks, words: [...new Set(widest(marks).map(([start, end]) => text.slice(start, end)))] }
}

// Homely words around such a sentence make the text read better, and are no reason to trust it.
function isBlatant(sentence: Sentence, kind: ListingKind): boolean {
  const told = sumOf(findingsIn([sentence]))
  return told >= BLATANT && impressionOf([sentence], kind).score + SHARE * told > FRAUD
}

// What stands in longer words that are told anyway need not be told.
function widest(marks: readonly [number, number][]): [number, number][] {
  const told: [number, number][] = []
  let reached = 0
  for (const [start, end] of [...marks].sort(([a, b], [c, d]) => a - c || d - b)) {
    if (end > reached) told.push([start, end])
    reached = Math.max(reached, end)
  }
  return told
}

/** Prices that nobody takes who means to help. */
export function priceRisk({ kind, price, usual }: Priced): Risk[] {
  if (!price) return []
  if (kind === 'ride') {
    return price > UNREAL_SEAT_TENGE ? [{ code: 'price_unreal', weight: 2, price }] : []
  }
  const known = isFarAboveUsual(price, usual) ? usual : null
  if (!known) return price > UNREAL_BED_TENGE ? [{ code: 'price_unreal', weight: 2, price }] : []
  const isUnreal = price > UNREAL_TIMES * known.median
  return [{ code: 'price_high', weight: isUnreal ? 2 : 1, price, usual: known.median }]
}

/** Everything that speaks against publishing unseen, and how soon it is looked at. */
export function judge(text: string, facts: Facts): Judgement {
  const { risks: told, words } = textRisks(text, facts.kind)
  const { same, reports } = facts
  const elsewhere = same && { listingId: same.listingId, city: same.city }
  const risks: Risk[] = [
    ...told,
    ...priceRisk(facts),
    ...(reports.times > 0
      ? [{ code: 'reported' as const, weight: reports.grave ? 3 : 2, times: reports.times }]
      : []),
    ...(same && elsewhere
      ? [
          {
            code: same.isRefused ? ('same_text_refused' as const) : ('same_text' as const),
            weight: same.isRefused ? 3 : 2,
            elsewhere,
          },
        ]
      : []),
    ...(facts.isNewAuthor ? [{ code: 'new_author' as const, weight: 2 }] : []),
  ].sort((a, b) => b.weight - a.weight)
  const score = sumOf(risks)
  return { risks, words, score, level: levelOf(score) }
}

function sumOf(weighed: readonly { weight: number }[]): number {
  return weighed.reduce((sum, { weight }) => sum + weight, 0)
}

/** The part of the queue for a sum of weights. A faint sign alone is none. */
export function levelOf(score: number): RiskLevel {
  if (score >= FIRST) return 'first'
  return score >= LOOK ? 'look' : 'none'
}
