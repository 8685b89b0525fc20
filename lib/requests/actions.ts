'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { answerForm, type FormState, receiveForm } from '@/lib/action'
import { askForPlaces } from '@/lib/asking/commands'
import { NotFound } from '@/lib/errors'
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/lib/i18n/locales'
import { queryString } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { KIND_PATHS } from '@/lib/listings/kinds'
import { choice } from '@/lib/listings/schema'
import { writeAsAsker } from '@/lib/messages/commands'
import { createCode, eraseAskerSide, openByCode } from '@/lib/private-links/commands'
import { tokenToKeep } from '@/lib/private-links/queries'
import { arrive, cancelRequest, refuseOffer, takeOffer } from '@/lib/requests/commands'
import type { Asker } from '@/lib/requests/links'
import { findAskedList } from '@/lib/requests/queries'
import { FORM_AGE_MS } from '@/lib/requests/rules'
import {
  askSchema,
  codeSchema,
  messageSchema,
  requestSchema,
  signFormTime,
} from '@/lib/requests/schema'
import { askerFromCookie, dropLink, keepLink, tokenFromCookie } from '@/lib/requests/session'
import { countVisit, takeBackVisit } from '@/lib/visitors/limits'

/** Asks for places and opens the private page. A form that was too old is as good as new now. */
export async function ask(_state: FormState, form: FormData): Promise<FormState> {
  const state = await answerForm(form, askSchema, async (input, { locale }) => {
    const asker = input.page === 'own' ? null : await askerFromCookie()
    await countVisit('ask')
    const { token } = await askForPlaces(asker, input, locale, new Date())
    const opened = token ?? input.token
    if (asker || !opened) return pageOf(locale)
    await keepLink(opened)
    return `${pageOf(locale)}?new=1`
  })
  if (state.notice?.conflict === 'too_many_requests') return withOthers(state, form)
  const { values, errors } = state
  if (!errors.some(({ field }) => field === 'askedAt')) return state
  const age = Date.now() - Number.parseInt(values.askedAt?.[0] ?? '', 10)
  const isYoung = age < FORM_AGE_MS.min
  return {
    ...state,
    values: isYoung ? values : { ...values, askedAt: [signFormTime(new Date())] },
    // Nobody can correct a hidden field: the summary says it without leading there.
    errors: errors.map((error) => (error.field === 'askedAt' ? { ...error, field: '' } : error)),
  }
}

/** Opens the page of a link: its button. Unknown, wrong and erased links all end at nothing. */
export async function openLink(form: FormData): Promise<void> {
  await receiveForm(form)
  const token = await tokenToKeep(String(form.get('token')), new Date())
  await (token ? keepLink(token) : dropLink())
  redirect(pageOf(localeField(form)))
}

/** Opens the page on a second phone with the code that the first one shows. */
export async function enterPageCode(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, codeSchema, async ({ code }, { locale }) => {
    await countVisit('code')
    await keepLink(await openByCode(code))
    await takeBackVisit('code')
    return pageOf(locale)
  })
}

/** Makes a code for a second phone and shows it, this once. */
export async function showPageCode(_state: FormState, form: FormData): Promise<FormState> {
  await receiveForm(form)
  const locale = localeField(form)
  const asker = await askerFromCookie()
  if (!asker) redirect(pageOf(locale))
  const digits = await createCode(asker).catch(unlessErased)
  if (!digits) redirect(pageOf(locale))
  const code = digits.replace(/\d{3}(?=\d)/g, '$&\u00a0')
  const text = translator(locale)('requests.code.shown', { code })
  return { values: {}, errors: [], notice: { kind: 'info', text } }
}

/** Takes the offered places or turns them down. */
export async function answerOffer(_state: FormState, form: FormData): Promise<FormState> {
  const schema = requestSchema.extend({ answer: choice(['take', 'refuse']) })
  return step(form, schema, (asker, { requestId, answer }) =>
    answer === 'take' ? takeOffer(asker, requestId) : refuseOffer(asker, requestId),
  )
}

/** Takes a request back, from its confirm page. */
export async function cancel(_state: FormState, form: FormData): Promise<FormState> {
  return step(form, requestSchema, (asker, { requestId }) => cancelRequest(asker, requestId))
}

/** «I arrived safely». */
export async function sayArrived(_state: FormState, form: FormData): Promise<FormState> {
  return step(form, requestSchema, (asker, { requestId }) => arrive(asker, requestId))
}

/** Writes to the volunteer. */
export async function write(_state: FormState, form: FormData): Promise<FormState> {
  return step(form, messageSchema, (asker, { requestId, text }) =>
    writeAsAsker(asker, requestId, text),
  )
}

/** Erases what was written behind the link, and the link, from its confirm page. */
export async function erase(_state: FormState, form: FormData): Promise<FormState> {
  return step(form, z.object({}), async (asker) => {
    await eraseAskerSide(asker)
    await dropLink()
  })
}

/** Closes the private page on this phone; its link still opens it. */
export async function closePage(form: FormData): Promise<void> {
  await receiveForm(form)
  await dropLink()
  redirect(`/${localeField(form)}`)
}

/** The same answer with the way to what else fits the party and its days. */
async function withOthers(state: FormState, form: FormData): Promise<FormState> {
  const locale = localeField(form)
  const { notice } = state
  const field = (name: string) => state.values[name]?.[0]
  const list = await findAskedList(field('listingId') ?? '', new Date())
  if (!notice || !list) return state
  const { kind, city, date } = list
  const people = Number(field('adults')) + Number(field('children'))
  const query = queryString({ people, date, from: field('from'), to: field('to') })
  const label = kind === 'ride' ? 'requests.page.otherRides' : 'requests.page.otherHousing'
  const href = `/${locale}/${city}/${KIND_PATHS[kind]}${query}`
  return { ...state, notice: { ...notice, link: { href, label: translator(locale)(label) } } }
}

/** One deed of whoever has the page open, back to the page. Acting keeps it open a while longer. */
function step<S extends z.ZodType>(
  form: FormData,
  schema: S,
  run: (asker: Asker, input: z.output<S>) => Promise<unknown>,
): Promise<FormState> {
  return answerForm(form, schema, async (input, { locale }) => {
    const asker = await askerFromCookie()
    const token = await tokenFromCookie()
    if (asker && token) {
      await keepLink(token)
      await run(asker, input).catch(unlessErased)
    }
    return pageOf(locale)
  })
}

/** Erased on another phone at this very moment, a page closes here too; every other error stands. */
async function unlessErased(error: unknown): Promise<null> {
  if (!(error instanceof NotFound) || (await askerFromCookie())) throw error
  return null
}

function pageOf(locale: Locale): string {
  return `/${locale}/request`
}

function localeField(form: FormData): Locale {
  const locale = form.get('locale')
  return isLocale(locale) ? locale : DEFAULT_LOCALE
}
