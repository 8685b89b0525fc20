import { db } from '@/lib/db'
import { seedPlaces } from './places'
import { refreshSamples } from './refresh-samples'
import { SAMPLE_PEOPLE, type SamplePerson } from './samples/people'
import { writeSamples } from './write-samples'

/**
 * Fills the database with the real places and, when asked and nobody has an account yet, with
 * samples, or moves the samples of an earlier day forward; all of it or nothing. Returns the sample people one can sign in as, none without samples.
 */
export async function seed({ samples }: { samples: boolean }): Promise<SamplePerson[]> {
  await db.$transaction(
    async (connection) => {
      await seedPlaces(connection)
      if (!samples) return
      const now = new Date()
      if ((await connection.account.count()) === 0) await writeSamples(connection, now)
      else await refreshSamples(connection, now)
    },
    { timeout: 60_000 },
  )
  const hasSamples = samples && (await db.account.count({ where: { sample: true } })) > 0
  return hasSamples ? SAMPLE_PEOPLE : []
}
