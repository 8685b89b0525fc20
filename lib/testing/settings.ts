/**
 * The settings of every test: fixed, so that a failure repeats, and secret to nobody.
 * The address of the database is missing here: each test file and each app gets its own.
 */
export const testSettings = {
  PUBLIC_URL: 'http://localhost:3000',
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'for tests only, for tests only, for tests only',
  SEAL_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
  HASH_KEY: Buffer.alloc(32, 2).toString('base64'),
  // scripts/test.mjs builds with the same.
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 3).toString('base64'),
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'Qadam <no-reply@qadam.test>',
  OPERATOR_NAME: 'Qadam tests',
  OPERATOR_CONTACT: 'operator@qadam.test',
  QADAM_UNDO_SECONDS: '0',
  QADAM_EMBEDDED: '1',
}
