import { setTimeout as pause } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
} from '@prisma/driver-adapter-utils'
import type pg from 'pg'
import { isBrokenOff, isOutage } from '@/lib/outage/causes'
import { noteOutage } from '@/lib/outage/seen'

/** Long enough for PostgreSQL to come back when one of its processes died. */
const BEFORE_AGAIN_MS = 200
/** Outside a transaction these change nothing, so asking twice is asking once. */
const READ = /^\s*SELECT\b(?![\s\S]*\bFOR (?:NO KEY )?(?:UPDATE|SHARE)\b)/i

/**
 * PostgreSQL through @prisma/adapter-pg, on the bad days, too: what cannot be answered is noted for
 * the request that asked, and a read whose connection broke is asked once more. `onPool` learns of
 * the pool.
 */
export function steadyPostgres(
  config: pg.PoolConfig,
  onPool: (pool: pg.Pool) => void,
): SqlDriverAdapterFactory {
  const factory = new PrismaPg(config, { statementNameGenerator: nameOften() })
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect()
      const pool = adapter.underlyingDriver()
      // Between the pool that hands a connection over and the adapter that takes it, nobody listens:
      // one that ends in that moment would end the process. Its next statement says so anyway.
      pool.on('connect', (client) => client.on('error', () => {}))
      onPool(pool)
      return steady(adapter)
    },
  }
}

/** Statements that take longer to plan than most take to run, in characters. */
const LONG = 3_000
const OFTEN = 3
/** A plan takes about half a megabyte of each connection. */
const MOST_NAMED = 40
const MOST_COUNTED = 1_000

/**
 * Names for the long statements that a site asks again and again: a connection plans those once. The
 * others go without, for every number of parameters makes another text.
 */
function nameOften(): (query: SqlQuery) => string {
  const asked = new Map<string, number>()
  const names = new Map<string, string>()
  return ({ sql }) => {
    if (sql.length < LONG || names.has(sql)) return names.get(sql) ?? ''
    if (names.size === MOST_NAMED || asked.size === MOST_COUNTED) return ''
    const times = (asked.get(sql) ?? 0) + 1
    asked.set(sql, times)
    if (times >= OFTEN) names.set(sql, `often ${names.size + 1}`)
    return names.get(sql) ?? ''
  }
}

function steady(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const { queryRaw, executeRaw, startTransaction } = adapter
  adapter.queryRaw = (query) => noted(twice(query, () => queryRaw.call(adapter, query)))
  adapter.executeRaw = (query) => noted(executeRaw.call(adapter, query))
  adapter.startTransaction = async (level) => {
    const transaction = await noted(startTransaction.call(adapter, level))
    const { queryRaw, executeRaw } = transaction
    transaction.queryRaw = (query) => noted(queryRaw.call(transaction, query))
    transaction.executeRaw = (query) => noted(executeRaw.call(transaction, query))
    return transaction
  }
  return adapter
}

async function twice<Result>({ sql }: SqlQuery, ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask()
  } catch (error) {
    if (!READ.test(sql) || !isBrokenOff(error)) throw error
    await pause(BEFORE_AGAIN_MS)
    return ask()
  }
}

async function noted<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (isOutage(error)) noteOutage()
    throw error
  }
}
