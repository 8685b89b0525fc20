import { isIP } from 'node:net'
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

const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, { error: 'expected postgresql://user:password@host:5432/name' })

const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'expected an address like https://qadam.example',
})

const networks = z.string().refine((value) => value.split(',').every(isNetwork), {
  error: 'expected the addresses of your proxies, like 127.0.0.1,10.0.0.0/8',
})

const UNDO_EXPECTED = 'expected seconds from 0 to 300, or nothing'

const schema = z.object({
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl.optional(),
  PUBLIC_URL: httpUrl,
  NEXTAUTH_SECRET: z.string().min(32, { error: 'expected at least 32 random characters' }),
  SEAL_KEYS: sealKeys,
  HASH_KEY: base64Key(32),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: base64Key(32),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, { error: 'expected smtps://user:password@host:465' }),
  MAIL_FROM: z.string().min(3, { error: 'expected Qadam <no-reply@your.domain>' }),
  OPERATOR_NAME: z.string().min(2, { error: 'expected the name of who runs this site' }),
  OPERATOR_CONTACT: z.string().min(3, { error: 'expected how to reach who runs this site' }),
  TRUSTED_PROXY: networks.optional(),
  QADAM_WORKER: z.literal('separate', { error: 'expected separate, or nothing' }).optional(),
  QADAM_UNDO_SECONDS: z.coerce
    .number({ error: UNDO_EXPECTED })
    .int({ error: UNDO_EXPECTED })
    .min(0, { error: UNDO_EXPECTED })
    .max(300, { error: UNDO_EXPECTED })
    .optional(),
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
  const separateWorker = value.QADAM_WORKER === 'separate'
  if (embedded && separateWorker) {
    throw new Error('QADAM_WORKER is only for a DATABASE_URL of your own: npm start does its work.')
  }
  return {
    databaseUrl: value.DATABASE_URL,
    /** Who owns the tables; used at the start alone. */
    ownerUrl: value.DATABASE_OWNER_URL || value.DATABASE_URL,
    publicUrl: new URL(value.PUBLIC_URL).origin,
    authSecret: value.NEXTAUTH_SECRET,
    sealKeys: value.SEAL_KEYS,
    hashKey: value.HASH_KEY,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    operator: { name: value.OPERATOR_NAME, contact: value.OPERATOR_CONTACT },
    trustedProxies: value.TRUSTED_PROXY?.split(',') ?? [],
    embedded,
    separateWorker,
    /** For how long a moderator may take a decision back before anyone is told. */
    undoSeconds: value.QADAM_UNDO_SECONDS ?? 30,
    mailboxDir: embedded ? value.MAILBOX_DIR : undefined,
  }
}

/**
 * Where the site listens: PORT, else 3000; HOST, else only this computer with the embedded
 * database and every address with one's own. Throws an Error with a sentence when PORT is no port.
 */
export function readListen(source: Record<string, string | undefined>) {
  const port = readNumber(source, 'PORT', 3000, 1, 65_535)
  return { port, hostname: source.HOST || (source.DATABASE_URL ? '0.0.0.0' : '127.0.0.1') }
}

/**
 * How patient Qadam is with its database: DATABASE_CONNECTIONS at once (10), DATABASE_TIMEOUT
 * seconds for one statement (15; 0 is no limit). Throws an Error with a sentence otherwise.
 */
export function readPatience(source: Record<string, string | undefined>) {
  return {
    connections: readNumber(source, 'DATABASE_CONNECTIONS', 10, 1, 500),
    statementMs: readNumber(source, 'DATABASE_TIMEOUT', 15, 0, 3_600) * 1_000,
  }
}

/** How many seconds a site goes on answering after it was told to stop: DRAIN_SECONDS, else none. */
export function readDrain(source: Record<string, string | undefined>): number {
  return readNumber(source, 'DRAIN_SECONDS', 0, 0, 300)
}

/**
 * Where the figures for Prometheus are read: METRICS_PORT at METRICS_HOST, else at this computer
 * alone; null when no port is named.
 */
export function readMetricsListen(source: Record<string, string | undefined>) {
  const port = readNumber(source, 'METRICS_PORT', 0, 0, 65_535)
  return port === 0 ? null : { port, hostname: source.METRICS_HOST || '127.0.0.1' }
}

function readNumber(
  source: Record<string, string | undefined>,
  name: string,
  usual: number,
  least: number,
  most: number,
): number {
  const words = source[name] || String(usual)
  const value = Number(words)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new Error(`${name} is "${words}"; expected a number from ${least} to ${most}.`)
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

/** An address, or a network written as `address/bits`. */
function isNetwork(entry: string): boolean {
  const [address = '', bits, ...more] = entry.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  const isRange = bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most)
  return most > 0 && isRange && more.length === 0
}

function isLoopback(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
