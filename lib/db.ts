import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/lib/generated/prisma/client'

/** A connection inside `db.$transaction`, or `db` itself. */
export type Connection = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'
>

const shared = globalThis as { qadamDb?: PrismaClient }

function connect(): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: process.env.DATABASE_URL ?? '',
    max: 10,
    connectionTimeoutMillis: 5_000,
    // The adapter writes instants without their zone: in any other zone they would shift.
    options: '-c TimeZone=UTC',
  })
  return new PrismaClient({ adapter, errorFormat: 'minimal' })
}

/**
 * The one PrismaClient of this process; it connects at the first query. Kept on globalThis
 * because hot reload loads this file again.
 */
export const db: PrismaClient = shared.qadamDb ?? connect()
shared.qadamDb = db
