'use server'

import { z } from 'zod'
import { actorOf, answerForm, type FormState } from '@/lib/action'
import { currentSession, deskReturn } from '@/lib/auth/session'
import { proveSecondFactor, resetSecondFactor, setSecondFactor } from '@/lib/second-factor/commands'
import { proveSchema, setSchema } from '@/lib/second-factor/schema'

/** Opens the desk on this device. */
export async function proveFactor(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, proveSchema, async ({ code, next }, context) => {
    await proveSecondFactor(actorOf(context), await currentSession(), code, new Date())
    return deskReturn(next, context.locale)
  })
}

/** Sets or changes the second factor and shows the recovery codes, this once. */
export async function setFactor(_state: FormState, form: FormData): Promise<FormState> {
  let codes: string[] = []
  return answerForm(form, setSchema, async ({ secret, code }, context) => {
    const input = { sealed: secret, code }
    codes = await setSecondFactor(actorOf(context), await currentSession(), input, new Date())
    return { show: context.t('secondFactor.recovery', { codes: codes.join('  ') }) }
  })
}

/** Takes the second factor from a person who lost it. */
export async function resetFactor(_state: FormState, form: FormData): Promise<FormState> {
  const schema = z.object({ accountId: z.uuid() })
  return answerForm(form, schema, async ({ accountId }, context) => {
    await resetSecondFactor(actorOf(context), accountId)
    return `/${context.locale}/staff/people/${accountId}`
  })
}
