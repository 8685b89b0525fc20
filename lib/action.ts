import { randomBytes } from 'node:crypto'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { z } from 'zod'
import { arrive } from '@/lib/arrival'
import { currentViewer } from '@/lib/auth/session'
import type { Actor, Viewer } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import {
  Conflict,
  type ConflictCode,
  causeOf,
  type FieldIssue,
  Forbidden,
  InvalidInput,
  NotFound,
} from '@/lib/errors'
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/lib/i18n/locales'
import type { Here } from '@/lib/i18n/moments'
import { hereAt } from '@/lib/i18n/page'
import { type Translator, translator } from '@/lib/i18n/translator'
import { isOutage } from '@/lib/outage/causes'
import { noteOutage } from '@/lib/outage/seen'

export interface FieldError {
  field: string
  message: string
}

/** What a form shows after it was sent: what was typed, what to fix, what went wrong. */
export interface FormState {
  values: Record<string, string[]>
  errors: FieldError[]
  notice?: Notice
}

export interface Notice {
  kind: 'error' | 'info'
  text: string
  /** What the domain refused. */
  conflict?: ConflictCode
  /** Where to go on instead. */
  link?: { href: string; label: string }
  /** What stands in the way, each with its page. */
  obstacles?: { href: string; label: string }[]
}

export interface FormContext {
  locale: Locale
  t: Translator
  viewer: Viewer
}

/** A form action as `useActionState` and a form without JavaScript call it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

type Input = Record<string, string | string[]>

/** What a form answers with: the path to go on to, or words to show here, this once. */
export type FormAnswer = string | { show: string }

/**
 * Answers one form: reads it, checks it against the schema, runs the command and redirects to
 * the path it returns or shows what it says. What the user can fix comes back as sentences beside the fields with all
 * that was typed; a bug comes back as one calm sentence with a reference that stands in the log.
 * The form carries its `locale` as a hidden field.
 */
export async function answerForm<S extends z.ZodType>(
  form: FormData,
  schema: S | ((now: Date) => S),
  run: (input: z.output<S>, context: FormContext) => Promise<FormAnswer>,
): Promise<FormState> {
  await receiveForm(form)
  const input = readForm(form)
  const locale = isLocale(input.locale) ? input.locale : DEFAULT_LOCALE
  const t = translator(locale)
  const values = Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, [value].flat()]),
  )
  let answer: FormAnswer
  try {
    const parsed = (typeof schema === 'function' ? schema(new Date()) : schema).safeParse(input)
    if (!parsed.success) return { values, errors: sentences(t, parsed.error.issues.map(toIssue)) }
    answer = await run(parsed.data, { locale, t, viewer: await currentViewer() })
  } catch (error) {
    if (isControlFlow(error)) throw error
    if (error instanceof InvalidInput) return { values, errors: sentences(t, error.issues) }
    if (error instanceof Conflict) {
      return { values, errors: [], notice: conflictNotice(hereAt(locale), error) }
    }
    if (error instanceof Forbidden || error instanceof NotFound) notFound()
    const away = isOutage(error)
    if (away) noteOutage()
    const ref = logBug(error)
    const text = away ? t('errors.resting', { ref }) : t('errors.ours', { ref })
    return { values, errors: [], notice: { kind: 'error', text } }
  }
  if (typeof answer === 'string') redirect(answer)
  return { values: {}, errors: [], notice: { kind: 'info', text: answer.show } }
}

/**
 * What an action begins with, whatever its type says: anybody can call it with anything. What is no
 * form, or does not come from a page of ours, is sent to nowhere (404).
 */
export async function receiveForm(form: unknown): Promise<void> {
  arrive()
  if (!(form instanceof FormData) || !(await isFromOurPage())) notFound()
}

/** The signed-in person of a form; a guest whose session ended is sent to sign in. */
export function actorOf({ viewer, locale }: FormContext): Actor {
  if (viewer.kind === 'guest') redirect(`/${locale}/sign-in`)
  return viewer
}

/** Writes a bug to the log without any personal data and returns the reference shown to people. */
export function logBug(error: unknown): string {
  const ref = randomBytes(4).toString('hex')
  const time = new Date().toISOString()
  console.error(JSON.stringify({ time, bug: ref, cause: causeOf(error) }))
  return ref
}

function readForm(form: FormData): Input {
  const input: Input = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$')) continue
    const texts = form.getAll(name).filter((value): value is string => typeof value === 'string')
    if (texts.length > 0) input[name] = texts.length === 1 ? (texts[0] ?? '') : texts
  }
  return input
}

function toIssue(issue: z.core.$ZodIssue): FieldIssue {
  const params = issue.code === 'custom' ? (issue.params as FieldIssue['values']) : undefined
  return {
    field: String(issue.path[0] ?? ''),
    code: issue.message,
    ...(params ? { values: params } : {}),
  }
}

function sentences(t: Translator, issues: FieldIssue[]): FieldError[] {
  const firstOfField = issues.filter(
    (issue, index) => issues.findIndex(({ field }) => field === issue.field) === index,
  )
  return firstOfField.map(({ field, code, values }) => ({
    field,
    message: t(fieldErrorKey(t, code), values ?? {}),
  }))
}

/** The sentence of a Conflict, only some have numbers in it, and what stands in the way. */
function conflictNotice(here: Here, { code, values, obstacles }: Conflict): Notice {
  const { t, locale } = here
  const sentence = t(`errors.conflict.${code}` as 'errors.conflict.just_taken', values)
  return {
    kind: 'error',
    text: obstacles.length > 0 ? `${sentence} ${t('errors.held.list')}` : sentence,
    conflict: code,
    obstacles: obstacles.map(({ path, name }) => ({
      href: `/${locale}${path}`,
      label: name(here),
    })),
  }
}

type FieldErrorKey = 'errors.field.required'

function fieldErrorKey(t: Translator, code: string): FieldErrorKey {
  const key = `errors.field.${code}` as FieldErrorKey
  return t.has(key) ? key : ('errors.field.invalid' as FieldErrorKey)
}

// server/doorman.ts refuses these before Next sees them; this holds under plain `next start` too.
async function isFromOurPage(): Promise<boolean> {
  const origin = (await headers()).get('origin')
  return origin !== null && allowedOrigins().includes(origin)
}

function allowedOrigins(): string[] {
  const { origin, port } = new URL(env.publicUrl)
  return env.embedded ? [origin, `http://127.0.0.1:${port}`, `http://localhost:${port}`] : [origin]
}

function isControlFlow(error: unknown): boolean {
  const digest = (error as { digest?: unknown }).digest
  return typeof digest === 'string' && digest.startsWith('NEXT_')
}

/**
 * The way back to a page whose form was done. It differs each time: by it the page keys a form anew,
 * while one that is refused keeps its key, and with it, without scripts, what was typed.
 */
export function doneAt(path: string): string {
  return `${path}?done=${Date.now().toString(36)}`
}
