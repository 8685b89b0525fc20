import { Secret, TOTP } from 'otpauth'

/** What the authenticator app of a phone shows for a secret at this moment. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })
}
