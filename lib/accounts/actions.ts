'use server'

import { redirect } from 'next/navigation'
import { acknowledgeDuties, changeProfile } from '@/lib/accounts/commands'
import {
  codeSchema,
  dutiesSchema,
  linkSchema,
  profileSchema,
  signInSchema,
} from '@/lib/accounts/schema'
import { actorOf, answerForm, type FormState, receiveForm } from '@/lib/action'
import {
  currentViewer,
  dropSession,
  keepChallenge,
  keepSession,
  readChallenge,
  safeReturn,
} from '@/lib/auth/session'
import { endSessions, requestSignIn, signInWithCode, signInWithLink } from '@/lib/auth/sign-in'
import { isLocale } from '@/lib/i18n/locales'
import { countVisit } from '@/lib/visitors/limits'

/** Mails a code and goes on to the page that asks for it. */
export async function requestCode(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, signInSchema, async ({ email, next }, { locale }) => {
    await countVisit('signIn')
    await requestSignIn(email, locale)
    await keepChallenge(email)
    return `/${locale}/sign-in/code${next ? `?next=${encodeURIComponent(next)}` : ''}`
  })
}

/** Signs in with the six digits of the mail. */
export async function enterCode(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, codeSchema, async ({ code, next }, { locale }) => {
    const email = await readChallenge()
    if (!email) return `/${locale}/sign-in`
    await keepSession(await signInWithCode(email, code, locale))
    return safeReturn(next, locale)
  })
}

/** Signs in with the link of the mail: the button of its page. */
export async function enterByLink(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, linkSchema, async ({ token }, { locale }) => {
    await keepSession(await signInWithLink(token, locale))
    return `/${locale}/my`
  })
}

/** Sets the public name and the language of mails. */
export async function saveProfile(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, profileSchema, async (profile, context) => {
    await changeProfile(actorOf(context), profile)
    return safeReturn(profile.next, context.locale)
  })
}

/** Records that the legal duties were read and goes on to the form. */
export async function confirmDuties(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, dutiesSchema, async ({ kind }, context) => {
    await acknowledgeDuties(actorOf(context), kind)
    return `/${context.locale}/my/${kind === 'ride' ? 'rides' : 'housing'}/new`
  })
}

/** Signs out here. */
export async function signOut(form: FormData): Promise<void> {
  await receiveForm(form)
  await dropSession()
  redirect(`/${localeField(form)}`)
}

/** Signs out on every device. */
export async function signOutEverywhere(form: FormData): Promise<void> {
  await receiveForm(form)
  const viewer = await currentViewer()
  if (viewer.kind === 'account') await endSessions(viewer.id)
  await dropSession()
  redirect(`/${localeField(form)}`)
}

function localeField(form: FormData): string {
  const locale = form.get('locale')
  return isLocale(locale) ? locale : 'ru'
}
