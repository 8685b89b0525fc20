import { randomUUID } from 'node:crypto'
import type { Connection } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { hashEmail, seal } from '@/lib/seal'
import { indexListings } from '@/lib/search/commands'
import type { SampleContext } from './sample-lifecycle'
import { sampleRows } from './sample-rows'
import { ALMATY } from './samples/almaty'
import { ASTANA } from './samples/astana'
import { NOT_PUBLIC } from './samples/not-public'
import { CAST, type CastName } from './samples/people'
import { PETROPAVLOVSK } from './samples/petropavlovsk'
import { URALSK } from './samples/uralsk'

export const SAMPLES = [URALSK, PETROPAVLOVSK, ASTANA, ALMATY, NOT_PUBLIC]

const CAST_NAMES = Object.keys(CAST) as CastName[]

/**
 * Writes the sample people and their listings, all marked as samples. The places must be there
 * and the accounts must not. Sealed columns need `SEAL_KEYS` and `HASH_KEY`.
 */
export async function writeSamples(connection: Connection, now: Date): Promise<void> {
  const accountIds = await writeCast(connection, now)
  await writeListings(connection, { accountIds, now })
}

async function writeCast(connection: Connection, now: Date): Promise<SampleContext['accountIds']> {
  const accountIds = Object.fromEntries(
    CAST_NAMES.map((name) => [name, randomUUID()]),
  ) as SampleContext['accountIds']
  await connection.account.createMany({
    data: CAST_NAMES.map((name) => accountRow(name, accountIds, now)),
  })
  return accountIds
}

async function writeListings(connection: Connection, context: SampleContext): Promise<void> {
  for (const samples of SAMPLES) {
    const rows = sampleRows(samples, context)
    await connection.listing.createMany({ data: rows.listings })
    await connection.ride.createMany({ data: rows.rides })
    await connection.housing.createMany({ data: rows.housing })
    await connection.centre.createMany({ data: rows.centres })
    await connection.openingHours.createMany({ data: rows.openingHours })
    await connection.openingException.createMany({ data: rows.openingExceptions })
    await connection.capacity.createMany({ data: rows.capacity })
    await connection.decision.createMany({ data: rows.decisions })
    await indexListings(
      connection,
      rows.listings.map(({ id }) => String(id)),
    )
  }
}

function accountRow(
  name: CastName,
  accountIds: SampleContext['accountIds'],
  now: Date,
): Prisma.AccountCreateManyInput {
  const person = CAST[name]
  const verified = 'verifiedHow' in person && {
    verifiedAt: now,
    verifiedHow: person.verifiedHow,
    verifiedById: accountIds[person.role === 'moderator' ? 'dana' : 'samal'],
  }
  const suspended = 'suspensionReason' in person && {
    suspendedAt: now,
    suspendedById: accountIds.samal,
    suspensionReason: person.suspensionReason,
    suspensionNoteSealed: seal(person.suspensionNote, 'account.suspensionNote'),
  }
  return {
    id: accountIds[name],
    emailSealed: seal(person.email, 'account.email'),
    emailHash: hashEmail(person.email),
    publicName: person.name,
    role: person.role,
    locale: person.locale,
    sample: true,
    ...verified,
    ...suspended,
  }
}
