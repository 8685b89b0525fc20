import type { Actor } from '@/lib/auth/viewer'
import { type Connection, db } from '@/lib/db'
import { Conflict, InvalidInput, NotFound } from '@/lib/errors'
import { findEntry } from '@/lib/guide/queries'
import type { EntryInput, StatementInput } from '@/lib/guide/schema'
import { cityDay, dayColumn } from '@/lib/places/city-time'
import { authorize } from '@/lib/policy'
import { signAs } from '@/lib/staff-log/commands'

const NO_WORDS = {
  textRu: null,
  textKk: null,
  textEn: null,
  source: null,
  sourceName: null,
  sure: null,
}

/**
 * Writes a statement of the guide anew for everyone, at once. Conflict when it was changed since
 * `version` was read; refused when what stands there was read on a later day.
 */
export async function writeStatement(actor: Actor, input: StatementInput): Promise<void> {
  const { topic: _, name: __, row, version, checkedOn, ...words } = input
  await db.$transaction(async (tx) => {
    authorize(actor, 'facts.keep', null)
    const { key, known } = await findEntry(tx, input.topic, input.name)
    if (known && checkedOn < known.checkedOn) {
      throw new InvalidInput([{ field: 'checkedOn', code: 'checked_later' }])
    }
    await signAs(tx, actor)
    await put(tx, { key, row, version }, { ...words, checkedOn: dayColumn(checkedOn) })
  })
}

/** Says that what is shown was read again and still holds. Conflict as above. */
export async function rereadStatement(actor: Actor, input: EntryInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    authorize(actor, 'facts.keep', null)
    const { key, known } = await findEntry(tx, input.topic, input.name)
    if (!known) throw new NotFound('statement')
    await signAs(tx, actor)
    // Shipped words are not copied: a later version may word them better.
    const words = known.words ? {} : NO_WORDS
    const checkedOn = dayColumn(cityDay(now, 'Asia/Almaty'))
    await put(tx, { key, ...input }, { ...words, checkedOn })
  })
}

/** Drops what staff wrote: the guide says again what the version ships. Conflict as above. */
export async function dropStatement(actor: Actor, input: EntryInput): Promise<void> {
  await db.$transaction(async (tx) => {
    authorize(actor, 'facts.keep', null)
    const { key } = await findEntry(tx, input.topic, input.name)
    await signAs(tx, actor)
    const { row: id, version } = input
    const standing = id ? { where: { key, id, version } } : null
    const { count } = standing ? await tx.guideStatement.deleteMany(standing) : { count: 0 }
    if (count === 0) throw new Conflict('fact_changed')
  })
}

type Data = Partial<Record<keyof typeof NO_WORDS, string | null>> & { checkedOn: Date }

/** One conditional write, so that of two at once the second is told. */
async function put(
  tx: Connection,
  { key, row: id, version }: { key: string; row: string; version: number },
  data: Data,
): Promise<void> {
  const { count } = id
    ? await tx.guideStatement.updateMany({
        where: { key, id, version },
        data: { ...data, version: { increment: 1 }, updatedAt: new Date() },
      })
    : await tx.guideStatement.createMany({ data: [{ key, ...data }], skipDuplicates: true })
  if (count === 0) throw new Conflict('fact_changed')
}
