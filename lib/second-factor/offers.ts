import type { Actor } from '@/lib/auth/viewer'
import { seal, unseal } from '@/lib/seal'
import { newSecret } from '@/lib/second-factor/rules'

/** A secret that is not set yet, and the form in which it travels with its form: sealed, for one person. */
export function offerSecret(actor: Actor): { secret: string; sealed: string } {
  const secret = newSecret()
  return { secret, sealed: seal(`${actor.id}:${secret}`, 'second_factor.secret') }
}

/** The secret of `offerSecret`; null for anything else, and for what another person was offered. */
export function readOffer(actor: Actor, sealed: string): string | null {
  try {
    const [id, secret = ''] = unseal(sealed, 'second_factor.secret').split(':')
    return id === actor.id && secret ? secret : null
  } catch {
    return null
  }
}
