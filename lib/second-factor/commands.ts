import { PERSON_LIMITS } from '@/lib/auth/limits'
import { countHit, forgetHits } from '@/lib/auth/rate-limit'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import { authorize } from '@/lib/policy'
import { keyedHash, seal, unseal } from '@/lib/seal'
import { readOffer } from '@/lib/second-factor/offers'
import { newRecoveryCodes, stepOf } from '@/lib/second-factor/rules'
import { isAppCode } from '@/lib/second-factor/schema'
import { signAs } from '@/lib/staff-log/commands'

const FAILURES = PERSON_LIMITS.secondFactorFailure

/**
 * Sets or changes the second factor with a first code of the app, and answers ten new recovery
 * codes, which are shown this once. Every other session of the person ends. InvalidInput
 * (`code: wrong_factor`) when the code is wrong. Who has one already must have shown it.
 */
export async function setSecondFactor(
  actor: Actor,
  session: { tokenHash: string },
  { sealed, code }: { sealed: string; code: string },
  now: Date,
): Promise<string[]> {
  authorize(actor, 'desk.enter', null)
  const secret = readOffer(actor, sealed)
  const lastStep = secret && stepOf(secret, code, now)
  if (!secret || !lastStep) throw wrongFactor()
  const codes = newRecoveryCodes()
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${actor.id}::uuid FOR UPDATE`
    const has = await tx.secondFactor.count({ where: { accountId: actor.id } })
    if (has > 0) authorize(actor, 'queue.view', null)
    await signAs(tx, actor)
    await tx.secondFactor.deleteMany({ where: { accountId: actor.id } })
    await tx.secondFactor.create({
      data: {
        accountId: actor.id,
        secretSealed: seal(secret, 'second_factor.secret'),
        lastStep,
        recoveryCodes: { create: codes.map((text) => ({ codeHash: hashCode(actor.id, text) })) },
      },
      select: { accountId: true },
    })
    await tx.session.deleteMany({ where: { accountId: actor.id, NOT: session } })
    await tx.session.updateMany({ where: session, data: { secondFactorAt: now } })
  })
  return codes
}

/**
 * Opens the desk on one device: a code of the app, each used once, or a recovery code, each used
 * once. InvalidInput: `wrong_factor`, or `too_many_failures` after ten within a day.
 */
export async function proveSecondFactor(
  actor: Actor,
  session: { tokenHash: string },
  code: string,
  now: Date,
): Promise<void> {
  const { allowed } = await countHit(FAILURES, actor.id)
  if (!allowed) throw new InvalidInput([{ field: 'code', code: 'too_many_failures' }])
  const isRight = isAppCode(code)
    ? await redeemAppCode(actor, code, now)
    : await redeemRecoveryCode(actor, code)
  if (!isRight) throw wrongFactor()
  await forgetHits(FAILURES, actor.id)
  await db.session.updateMany({
    where: { ...session, accountId: actor.id },
    data: { secondFactorAt: now },
  })
}

/** Takes the second factor from a person who lost it, and ends their sessions. */
export async function resetSecondFactor(actor: Actor, accountId: string): Promise<void> {
  authorize(actor, 'person.resetSecondFactor', { id: accountId })
  await db.$transaction(async (tx) => {
    await signAs(tx, actor)
    await tx.secondFactor.deleteMany({ where: { accountId } })
    await tx.session.deleteMany({ where: { accountId } })
  })
}

// The condition and the step are one statement: of two tabs with one code, one gets in.
async function redeemAppCode(actor: Actor, code: string, now: Date): Promise<boolean> {
  const factor = await db.secondFactor.findUnique({ where: { accountId: actor.id } })
  const step = factor && stepOf(unseal(factor.secretSealed, 'second_factor.secret'), code, now)
  if (!step) return false
  const { count } = await db.secondFactor.updateMany({
    where: { accountId: actor.id, secretSealed: factor.secretSealed, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  return count === 1
}

async function redeemRecoveryCode(actor: Actor, code: string): Promise<boolean> {
  const { count } = await db.recoveryCode.deleteMany({
    where: { accountId: actor.id, codeHash: hashCode(actor.id, code) },
  })
  return count === 1
}

function hashCode(accountId: string, code: string): string {
  return keyedHash('recovery-code', `${accountId}:${code.replace('-', '')}`)
}

function wrongFactor(): InvalidInput {
  return new InvalidInput([{ field: 'code', code: 'wrong_factor' }])
}
