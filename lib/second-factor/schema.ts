import { z } from 'zod'

/** What `newRecoveryCodes` makes, without its hyphen. */
const RECOVERY_CODE = /^[2-9A-HJ-NP-Z]{10}$/
const APP_CODE = /^\d{6}$/

/** Six digits of the app or a recovery code, however it is grouped and in any case. */
const code = z
  .string({ error: 'required' })
  .transform((text) => text.replace(/[\s-]/g, '').toUpperCase())
  .pipe(
    z
      .string()
      .min(1, { error: 'required' })
      .refine((text) => APP_CODE.test(text) || RECOVERY_CODE.test(text), { error: 'wrong_factor' }),
  )

const next = z.string().max(200).optional()

/** The form that asks for the second factor. */
export const proveSchema = z.object({ code, next })

/** The form that sets it: the first code shows that the app holds the secret. `secret` is sealed. */
export const setSchema = z.object({
  secret: z.string().max(400),
  code: z
    .string({ error: 'required' })
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().min(1, { error: 'required' }).regex(APP_CODE, { error: 'not_six_digits' })),
})

export function isAppCode(code: string): boolean {
  return APP_CODE.test(code)
}
