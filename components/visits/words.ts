import type { ListingCardProps } from '@/components/listings/ListingCard'
import { capital } from '@/components/listings/words'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import { ago, type Here, span } from '@/lib/i18n/moments'
import { type Said, saidAlike, usualWait, type Visit, type WaitReport } from '@/lib/visits/rules'
import { type Problem, WAITS } from '@/lib/visits/schema'

const MINUTE_MS = 60_000
/** Medians lie between the answers of the form; nobody waits to the minute. */
const ROUNDED_TO = 5
const LONGEST_ANSWER = Number(WAITS.at(-1))
const LONGEST_TOLD = Number(WAITS.at(-2))

/** What several visitors say: a warning, or that all is as it is written. */
export interface SaidLine {
  isProblem: boolean
  text: string
}

/** `3 человека: закрыто, последний 2 ч назад`, the latest word first; empty while too few agree. */
export function saidLines(here: Here, kind: ListingKind, visits: Visit[]): SaidLine[] {
  return saidAlike(visits, here.now).map((said) => ({
    isProblem: said.problem !== null,
    text: here.t('visits.said', {
      what: said.problem ? problemText(here, kind, said.problem) : here.t('visits.true'),
      ...byWhom(here, said),
    }),
  }))
}

/** Where it stands on a card, which has one tag: that nobody confirmed it lately weighs more. */
export function saidOnCard(
  said: SaidLine | undefined,
  stale: string | null,
): Pick<ListingCardProps, 'said' | 'tag'> {
  const warning = said?.isProblem ? ({ tone: 'warn', text: said.text } as const) : undefined
  return {
    said: said?.isProblem ? undefined : said?.text,
    tag: stale ? { tone: 'old', text: stale } : warning,
  }
}

/** `закрыто`, in the words of its kind. */
export function problemText({ t }: Here, kind: ListingKind, problem: Problem): string {
  return t(`visits.problem.${kind}.${problem}` as 'visits.problem.centre.closed')
}

/** `Ждать около 40 мин` and `5 человек, последний 1 ч назад`, or null while too few told it. */
export function waitText(here: Here, reports: WaitReport[]): { wait: string; by: string } | null {
  const usual = usualWait(reports, here.now)
  if (!usual) return null
  return {
    wait: usualText(here, usual.minutes),
    by: here.t('visits.wait.by', byWhom(here, usual)),
  }
}

/** The answers to how long one waited: `До 15 мин` … `Больше 2 ч`. */
export function waitChoices({ t }: Here): { value: string; label: string }[] {
  return WAITS.map((value) => {
    const minutes = Number(value)
    const longest = { span: span(t, LONGEST_TOLD * MINUTE_MS) }
    const upTo = { span: span(t, minutes * MINUTE_MS) }
    const text =
      minutes > LONGEST_TOLD ? t('visits.wait.over', longest) : t('visits.wait.upTo', upTo)
    return { value, label: capital(text) }
  })
}

function usualText({ t }: Here, minutes: number): string {
  if (minutes >= LONGEST_ANSWER) {
    return t('visits.wait.longer', { span: span(t, LONGEST_TOLD * MINUTE_MS) })
  }
  const rounded = Math.round(minutes / ROUNDED_TO) * ROUNDED_TO
  return t('visits.wait.about', { span: span(t, rounded * MINUTE_MS) })
}

function byWhom(here: Here, { people, last }: Pick<Said, 'people' | 'last'>) {
  return { people: here.t('visits.people', { n: people }), ago: ago(here, last).text }
}
