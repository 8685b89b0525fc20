import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { changeListing, setPlaces } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import type { DecisionInput } from '@/lib/moderation/schema'
import { rideKind } from '@/lib/rides/commands'
import type { RideInput } from '@/lib/rides/schema'
import { type Cast, cast } from '@/lib/testing/cast'
import { day } from '@/lib/testing/homes'
import { publishRide, rideForm } from '@/lib/testing/rides'

let people: Cast

beforeAll(async () => {
  people = await cast()
})

const listing = (id: string) => db.listing.findUniqueOrThrow({ where: { id } })
const standing = (id: string) => rideKind.read(db, id)

/** Publishes a ride and proposes a change of it. */
async function propose(change: Partial<RideInput>): Promise<{ id: string; revisionId: string }> {
  const id = await publishRide(people.marta, people.samal)
  await changeListing(people.marta, id, 2, 'ru', rideForm(change))
  const { id: revisionId } = await db.listingRevision.findFirstOrThrow({ where: { listingId: id } })
  return { id, revisionId }
}

function decideOn(
  { id, revisionId }: { id: string; revisionId: string },
  action: DecisionInput['action'],
  version = 2,
) {
  const reason = action === 'approve' ? 'fine' : 'unclear'
  const input = { listingId: id, revisionId, version, action, reason, note: '' } as const
  return decide(people.samal, input)
}

describe('a proposed change', () => {
  const change = { body: 'Новый текст', price: 4500, point: 'У входа', day: day(2) }

  it('leaves what is public as it is', async () => {
    const { id } = await propose(change)
    expect(await standing(id)).toEqual(rideForm())
    expect(await listing(id)).toMatchObject({ status: 'published', version: 2 })
  })

  it('keeps its private part sealed, the minute of departure too', async () => {
    const { id } = await propose({ ...change, time: '19:55', plate: '777 XXX 01' })
    const [row] = await db.$queryRaw<{ text: string }[]>`
      SELECT listing_revision::text AS text FROM listing_revision WHERE listing_id = ${id}::uuid`
    expect(row?.text).toContain('Новый текст')
    for (const secret of ['У входа', '777 XXX', 'универсал', '19:55', '55"']) {
      expect(row?.text).not.toContain(secret)
    }
  })

  it('takes the place of what is public once it is approved', async () => {
    const proposed = await propose(change)
    await decideOn(proposed, 'approve')
    expect(await standing(proposed.id)).toEqual(rideForm(change))
    expect(await listing(proposed.id)).toMatchObject({ status: 'published', version: 3 })
  })

  it.each(['reject', 'request_changes'] as const)('falls away after %s', async (action) => {
    const proposed = await propose(change)
    await decideOn(proposed, action)
    expect(await standing(proposed.id)).toEqual(rideForm())
    expect(await listing(proposed.id)).toMatchObject({ status: 'published', version: 2 })
    await expect(decideOn(proposed, 'approve')).rejects.toMatchObject({ code: 'already_decided' })
  })

  it('is replaced by a later one, so there is never more than one', async () => {
    const first = await propose(change)
    await changeListing(people.marta, first.id, 2, 'ru', rideForm({ body: 'Ещё раз' }))
    const rows = await db.listingRevision.findMany({
      where: { listingId: first.id },
      orderBy: { createdAt: 'asc' },
    })
    expect(rows.map(({ status }) => status)).toEqual(['superseded', 'pending'])
    await expect(decideOn(first, 'approve')).rejects.toMatchObject({ code: 'changed_meanwhile' })
  })

  it('from two tabs at once is still one', async () => {
    const id = await publishRide(people.marta, people.samal)
    const texts = ['Первая', 'Вторая', 'Третья']
    await Promise.all(
      texts.map((body) => changeListing(people.marta, id, 2, 'ru', rideForm({ body }))),
    )
    const pending = { listingId: id, status: 'pending' as const }
    expect(await db.listingRevision.count({ where: pending })).toBe(1)
  })

  it('and a decision on the one before: one of them is told, nothing is lost', async () => {
    for (let round = 0; round < 6; round++) {
      const first = await propose(change)
      const later = rideForm({ ...change, body: 'Ещё раз' })
      const [changed, decided] = await Promise.allSettled([
        changeListing(people.marta, first.id, 2, 'ru', later),
        decideOn(first, 'approve'),
      ])
      const { body, version } = await listing(first.id)
      if (decided.status === 'fulfilled') {
        expect({ body, version }).toEqual({ body: 'Новый текст', version: 3 })
        expect(changed).toMatchObject({ reason: { code: 'changed_meanwhile' } })
      } else {
        expect(decided.reason).toMatchObject({ code: 'changed_meanwhile' })
        expect({ body, version }).toEqual({ body: rideForm().body, version: 2 })
        expect(changed.status).toBe('fulfilled')
      }
    }
  })

  it('that changes nothing needs no review', async () => {
    const id = await publishRide(people.marta, people.samal)
    await changeListing(people.marta, id, 2, 'ru', rideForm())
    expect(await db.listingRevision.count({ where: { listingId: id } })).toBe(0)
  })

  it('cannot be taken down, only the listing can', async () => {
    const proposed = await propose(change)
    await expect(decideOn(proposed, 'take_down')).rejects.toMatchObject({ code: 'impossible_now' })
    expect((await listing(proposed.id)).status).toBe('published')
  })

  it('of a ride that has left is refused at once', async () => {
    const id = await publishRide(people.marta, people.samal)
    await db.listing.update({ where: { id }, data: { expiresAt: new Date() } })
    await expect(changeListing(people.marta, id, 2, 'ru', rideForm(change))).rejects.toMatchObject({
      code: 'departed',
    })
  })
})

describe('seats beside a proposed change', () => {
  it('apply at once', async () => {
    const { id } = await propose({ body: 'Новый текст', seats: 5 })
    expect((await standing(id)).seats).toBe(5)
  })

  it('set later stay as they are when it is approved', async () => {
    const proposed = await propose({ body: 'Новый текст', seats: 5 })
    await setPlaces(people.marta, proposed.id, 2)
    await decideOn(proposed, 'approve')
    expect(await standing(proposed.id)).toMatchObject({ body: 'Новый текст', seats: 2 })
  })

  it('that are held stay held', async () => {
    const proposed = await propose({ body: 'Новый текст' })
    await db.capacity.updateMany({ where: { listingId: proposed.id }, data: { held: 3 } })
    await decideOn(proposed, 'approve')
    expect(await db.capacity.findFirstOrThrow({ where: { listingId: proposed.id } })).toMatchObject(
      { total: 3, held: 3 },
    )
  })
})
