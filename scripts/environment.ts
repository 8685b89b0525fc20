import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Everything the embedded mode keeps: deleting this folder starts from nothing. */
export const embedded = {
  database: join(root, '.data', 'postgres'),
  mail: join(root, '.data', 'mail'),
  secrets: join(root, '.data', 'secrets.json'),
}

type Settings = Record<string, string>

/** Fills process.env from the file .env, where there is one; what is set already stays. */
export function loadDotEnv(): void {
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

/** Sets what is not set yet in process.env. */
export function fillIn(settings: Settings): void {
  for (const [name, value] of Object.entries(settings)) process.env[name] ||= value
}

/** All settings of the embedded mode; lib/env.ts says what each must look like. */
export function embeddedSettings(given: {
  databaseUrl: string
  ownerUrl: string
  smtpUrl: string
  mailboxDir: string
  port: number
  secrets: Settings
}): Settings {
  const address = `http://localhost:${given.port}`
  return {
    ...given.secrets,
    DATABASE_URL: given.databaseUrl,
    DATABASE_OWNER_URL: given.ownerUrl,
    QADAM_EMBEDDED: '1',
    PUBLIC_URL: address,
    SMTP_URL: given.smtpUrl,
    MAILBOX_DIR: given.mailboxDir,
    MAIL_FROM: 'Qadam <no-reply@localhost>',
    OPERATOR_NAME: 'Qadam on this computer',
    OPERATOR_CONTACT: 'operator@localhost',
  }
}

/** The secrets of this checkout, made at the first call; 0600, because sealed data depends on them. */
export function keptSecrets(file: string): Settings {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const secrets = {
    NEXTAUTH_SECRET: key(),
    SEAL_KEYS: `k1:${key()}`,
    HASH_KEY: key(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key(),
  }
  mkdirSync(dirname(file), { recursive: true })
  // Written aside and renamed: half a file after a crash would block every later start.
  writeFileSync(`${file}.part`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  renameSync(`${file}.part`, file)
  return secrets
}

const key = () => randomBytes(32).toString('base64')
