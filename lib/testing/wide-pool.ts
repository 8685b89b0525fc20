import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/lib/generated/prisma/client'

/*
 * Imported before everything else, it gives `db` more connections than one process of ours has:
 * as many people at once as several processes serve, who wait for their turn however long.
 */
const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL ?? '', max: 40 })
Object.assign(globalThis, { qadamDb: new PrismaClient({ adapter, errorFormat: 'minimal' }) })
