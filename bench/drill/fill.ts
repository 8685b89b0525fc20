import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { fillCrowd } from '@/lib/testing/crowd'
import { SEALED } from '@/lib/testing/world'
import { seedPlaces } from '@/prisma/seed/places'

/*
 * Fills the database at DATABASE_URL with so many listings, in SQL that older schemas take as well:
 * node --import tsx bench/drill/fill.ts 20000
 */
const half = Math.ceil(Number(process.argv[2]) / 2)
const [owner, moderator] = [randomUUID(), randomUUID()]
await seedPlaces(db)
await db.$executeRaw`
  INSERT INTO account (id, email_sealed, email_hash, role)
  VALUES (${moderator}::uuid, ${SEALED}, 'moderator', 'moderator')`
await db.$executeRaw`
  INSERT INTO account (id, email_sealed, email_hash, verified_at, verified_how, verified_by_id)
  VALUES (${owner}::uuid, ${SEALED}, 'owner', now(), 'met_in_person', ${moderator}::uuid)`
await fillCrowd({ owner, accounts: 1, rides: half, homes: half, centres: 200 })
await db.$disconnect()
