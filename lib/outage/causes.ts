/** Kinds that @prisma/adapter-pg gives to what happened on the way to the database. */
const BROKEN_KINDS = ['ConnectionClosed', 'DatabaseNotReachable']
const OVERLOAD_KINDS = ['TooManyConnections', 'SocketTimeout']
/** Sockets; PostgreSQL going down, coming up, or gone without a word. */
const BROKEN_CODES = /^(?:ECONN(?:REFUSED|RESET)|EPIPE|ENOTFOUND|57P0[123]|08\w{3})$/
/**
 * Disk, memory or connections are full; a statement or a lock took too long; only reading is
 * possible; a transaction found no connection or took too long (P2024, P2028).
 */
const OVERLOAD_CODES = /^(?:ETIMEDOUT|53\w{3}|57014|55P03|25006|P1001|P1008|P1017|P2024|P2028)$/
/** pg words these without a code. */
const BROKEN_WORDS = /^Connection terminated(?! due to connection timeout)|not queryable/
const OVERLOAD_WORDS =
  /^(?:timeout exceeded when trying to connect|Connection terminated due to|Query read timeout)/

/** Whether the connection broke off, so that a new one may do better at once. */
export function isBrokenOff(error: unknown): boolean {
  const { kind, code, message } = marksOf(error)
  return BROKEN_KINDS.includes(kind) || BROKEN_CODES.test(code) || BROKEN_WORDS.test(message)
}

/** Whether the database is away or cannot take any more: nobody's mistake, and over by itself. */
export function isOutage(error: unknown): boolean {
  const { kind, code, message } = marksOf(error)
  return (
    isBrokenOff(error) ||
    OVERLOAD_KINDS.includes(kind) ||
    OVERLOAD_CODES.test(code) ||
    OVERLOAD_WORDS.test(message)
  )
}

type Marks = { kind: string; code: string; message: string }

/** What tells errors apart, whether they come from pg, from its adapter or from Prisma. */
function marksOf(error: unknown): Marks {
  const given = record(error)
  const { cause } = record(record(given.meta).driverAdapterError)
  const inner = record(cause ?? given.cause)
  const found = 'kind' in inner ? inner : given
  return {
    kind: text(found.kind),
    code: text(found.originalCode) || text(found.code),
    message: text(found.originalMessage) || text(found.message),
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value ? (value as Record<string, unknown>) : {}
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
