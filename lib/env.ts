import { z } from 'zod'

/**
 * Every setting of Qadam, declared once. With the embedded database `npm start` fills all of
 * them in; with a `DATABASE_URL` of your own the start stops at the first incomplete list.
 * docs/operating.md says what each one is for.
 */
const base64Key = (bytes: number) =>
  z.string().refine((value) => Buffer.from(value, 'base64').length === bytes, {
    error: `expected ${bytes} random bytes in base64`,
  })

const sealKeys = z.string().refine(
  (value) =>
    value.split(',').every((entry) => {
      const [id, key] = entry.split(':')
      return /^k\d+$/.test(id ?? '') && Buffer.from(key ?? '', 'base64').length === 32
    }),
  { error: 'expected k1:<32 random bytes in base64>, the newest first, separated by commas' },
)

const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'expected an address like https://qadam.example',
})

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: 'expected postgresql://user:password@host:5432/name' }),
  PUBLIC_URL: httpUrl,
  NEXTAUTH_SECRET: z.string().min(32, { error: 'expected at least 32 random characters' }),
  SEAL_KEYS: sealKeys,
  HASH_KEY: base64Key(32),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: base64Key(32),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, { error: 'expected smtps://user:password@host:465' }),
  MAIL_FROM: z.string().min(3, { error: 'expected Qadam <no-reply@your.domain>' }),
  OPERATOR_NAME: z.string().min(2, { error: 'expected the name of who runs this site' }),
  OPERATOR_CONTACT: z.string().min(3, { error: 'expected how to reach who runs this site' }),
  QADAM_EMBEDDED: z.literal('1').optional(),
  MAILBOX_DIR: z.string().optional(),
})

export type Settings = ReturnType<typeof readSettings>

/**
 * Reads and checks the settings. Throws an Error whose message names each missing or wrong
 * setting and what is expected; it never repeats a value. Samples exist only with the embedded
 * database on a loopback address.
 */
export function readSettings(source: Record<string, string | undefined>) {
  const parsed = schema.safeParse(source)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = issue.path.join('.')
      return `  ${name}: ${source[name] ? issue.message : `missing; ${expectation(name)}`}`
    })
    throw new Error(['These settings are missing or wrong:', ...lines].join('\n'))
  }
  const value = parsed.data
  const embedded = value.QADAM_EMBEDDED === '1'
  if (embedded && !(isLoopback(value.DATABASE_URL) && isLoopback(value.PUBLIC_URL))) {
    throw new Error('QADAM_EMBEDDED is only for the embedded database on a loopback address.')
  }
  return {
    databaseUrl: value.DATABASE_URL,
    publicUrl: new URL(value.PUBLIC_URL).origin,
    authSecret: value.NEXTAUTH_SECRET,
    sealKeys: value.SEAL_KEYS,
    hashKey: value.HASH_KEY,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    operator: { name: value.OPERATOR_NAME, contact: value.OPERATOR_CONTACT },
    embedded,
    mailboxDir: embedded ? value.MAILBOX_DIR : undefined,
  }
}

/**
 * Where the site listens: PORT, else 3000; HOST, else only this computer with the embedded
 * database and every address with one's own. Throws an Error with a sentence when PORT is no port.
 */
export function readListen(source: Record<string, string | undefined>) {
  const words = source.PORT || '3000'
  const port = Number(words)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is "${words}"; expected a number from 1 to 65535.`)
  }
  return { port, hostname: source.HOST || (source.DATABASE_URL ? '0.0.0.0' : '127.0.0.1') }
}

let cached: Settings | undefined

/** The checked settings of this process. Read lazily, so that a build needs none of them. */
export const env: Settings = new Proxy({} as Settings, {
  get: (_target, name: keyof Settings) => {
    cached ??= readSettings(process.env)
    return cached[name]
  },
})

function expectation(name: string): string {
  const shape = schema.shape[name as keyof typeof schema.shape]
  const issue = shape?.safeParse('').error?.issues[0]
  return issue?.message ?? 'expected a value'
}

function isLoopback(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
