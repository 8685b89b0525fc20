import type { Account } from '@/lib/generated/prisma/client'
import type { Role } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'

declare const minted: unique symbol

/** Someone who reads without an account: a value, never `undefined`. */
export interface Guest {
  readonly kind: 'guest'
  readonly [minted]: true
}

/** Someone signed in and not suspended, as the database knew them at this request. */
export interface Actor {
  readonly kind: 'account'
  readonly id: string
  readonly role: Role
  readonly verified: boolean
  readonly publicName: string | null
  /** Whether this device has shown the second factor lately (lib/second-factor). */
  readonly secondFactor: boolean
  readonly locale: Locale
  readonly [minted]: true
}

export type Viewer = Guest | Actor

export const GUEST = { kind: 'guest' } as Guest

/**
 * Makes an actor of an account row and of what its session has proven. Only lib/auth and tests do
 * this; suspended is a guest.
 */
export function mintViewer(
  account: Pick<Account, 'id' | 'role' | 'verifiedAt' | 'suspendedAt' | 'publicName' | 'locale'>,
  session: { secondFactor: boolean },
): Viewer {
  if (account.suspendedAt) return GUEST
  return {
    kind: 'account',
    id: account.id,
    role: account.role,
    verified: account.verifiedAt !== null,
    publicName: account.publicName,
    locale: account.locale,
    secondFactor: session.secondFactor,
  } as Actor
}
