import type pg from 'pg'
import { readPatience } from '@/lib/env'
import { PrismaClient } from '@/lib/generated/prisma/client'
import { steadyPostgres } from '@/lib/outage/adapter'

/** How long a query waits for a free connection before the reader is told to come back. */
const FREE_WITHIN_MS = 5_000
/** Above the limit that the database keeps itself: for one that says nothing at all. */
const SILENT_MS = 2_000

/** A connection inside `db.$transaction`, or `db` itself. */
export type Connection = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'
>

/** How PostgreSQL runs the statements of the site: startup options of each connection. */
export const SESSION = [
  // The adapter writes instants without their zone: in any other zone they would shift.
  '-c TimeZone=UTC',
  // Made for reports: to start helpers or to compile takes longer than a page of twenty does.
  '-c max_parallel_workers_per_gather=0',
  '-c jit=off',
  // The pages of indexes lie in memory or on a solid disk; four is for one that turns.
  '-c random_page_cost=1.1',
].join(' ')

const shared = globalThis as { qadamDb?: PrismaClient; qadamPool?: pg.Pool }

function connect(): PrismaClient {
  const { connections, statementMs } = readPatience(process.env)
  const config = {
    connectionString: process.env.DATABASE_URL ?? '',
    max: connections,
    connectionTimeoutMillis: FREE_WITHIN_MS,
    ...(statementMs > 0 ? { query_timeout: statementMs + SILENT_MS } : {}),
    keepAlive: true,
    options: `-c statement_timeout=${statementMs} ${SESSION}`,
  }
  const adapter = steadyPostgres(config, (pool) => {
    shared.qadamPool = pool
  })
  return new PrismaClient({
    adapter,
    errorFormat: 'minimal',
    transactionOptions: { maxWait: FREE_WITHIN_MS },
  })
}

/**
 * The one PrismaClient of this process; it connects at the first query. Kept on globalThis
 * because hot reload loads this file again.
 */
export const db: PrismaClient = shared.qadamDb ?? connect()
shared.qadamDb = db

/** How the pool of `db` stands: connections at work, and queries that wait for one. */
export function poolState(): { busy: number; idle: number; waiting: number; max: number } {
  const pool = shared.qadamPool
  if (!pool) return { busy: 0, idle: 0, waiting: 0, max: readPatience(process.env).connections }
  const { totalCount, idleCount, waitingCount, options } = pool
  return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount, max: options.max }
}
