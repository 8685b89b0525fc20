import { describe, expect, it } from 'vitest'
import { constraintOf, refusedAsConflict } from '@/lib/constraints'
import { Conflict } from '@/lib/errors'
import { everyPostgres } from '@/lib/testing/every-postgres'
import { HOME, MARTA, OTHERS, RIDE, SAMAL, SEALED, WORLD } from '@/lib/testing/world'

/** The error of a write, which must fail. */
async function errorOf(write: () => Promise<unknown>): Promise<unknown> {
  return write().then(
    () => new Error('nothing refused it'),
    (error: unknown) => error,
  )
}

describe.each(await everyPostgres())('on $name', async ({ db }) => {
  for (const statement of WORLD.split(';\n').filter((text) => text.trim())) {
    await db.$executeRawUnsafe(statement)
  }

  const account = (emailHash: string) => ({ emailHash, emailSealed: SEALED })
  const writes: [string, () => Promise<unknown>][] = [
    [
      'account_email_sealed',
      () => db.account.create({ data: { ...account('new'), emailSealed: 'marta@example.org' } }),
    ],
    ['account_email_hash_unique', () => db.account.create({ data: account('marta') })],
    [
      'capacity_held_within_total',
      () => db.capacity.updateMany({ where: { listingId: RIDE }, data: { total: 1 } }),
    ],
    [
      'capacity_held_within_total',
      () => db.$executeRaw`UPDATE capacity SET held = 99 WHERE listing_id = ${HOME}::uuid`,
    ],
    [
      'listing_published_owner_verified',
      () =>
        db.listing.update({
          where: { id: OTHERS },
          data: { status: 'published', publishedAt: new Date() },
        }),
    ],
    [
      'listing_revision_one_pending',
      () => db.listingRevision.create({ data: { listingId: RIDE, baseVersion: 1, proposal: {} } }),
    ],
    ['decision_append_only', () => db.decision.deleteMany()],
    [
      'decision_not_on_own_listing',
      () =>
        db.decision.create({
          data: {
            listingId: RIDE,
            ownerId: MARTA,
            moderatorId: MARTA,
            action: 'approve',
            reason: 'fine',
          },
        }),
    ],
    [
      'ride_from_place_id_fkey',
      () => db.ride.update({ where: { listingId: RIDE }, data: { fromPlaceId: 'nowhere' } }),
    ],
  ]

  it.each(writes)('constraintOf names %s', async (name, write) => {
    expect(constraintOf(await errorOf(write))).toBe(name)
    const inTransaction = () => db.$transaction(async () => write())
    expect(constraintOf(await errorOf(inTransaction))).toBe(name)
  })

  const meanings = {
    capacity_held_within_total: 'below_held',
    decision_not_on_own_listing: 'own_listing',
    listing_published_owner_verified: 'not_verified',
    listing_revision_one_pending: 'changed_meanwhile',
  } as Record<string, string>

  it.each(writes)('a person learns what the refusal by %s means', async (name, write) => {
    const error = await errorOf(() => refusedAsConflict(write))
    expect(error instanceof Conflict ? error.code : undefined).toBe(meanings[name])
    if (error instanceof Conflict) expect(JSON.stringify(error)).not.toContain(SAMAL)
  })
})

describe('constraintOf', () => {
  it.each([null, undefined, 'text', new Error('constraint "made_up"'), { meta: {} }])(
    '%s: none refused',
    (error) => {
      expect(constraintOf(error)).toBeNull()
    },
  )
})
