import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Conflict, InvalidInput, NotFound } from '@/lib/errors'
import { columnDay, dayColumn } from '@/lib/places/city-time'
import type { NoticeInput } from '@/lib/places/schema'
import { authorize } from '@/lib/policy'
import { signAs } from '@/lib/staff-log/commands'

/**
 * Says how a place stands, for everyone at once. Conflict when it was changed since `version` was
 * read; refused when somebody looked on a later day. With nothing to say, the day stays: the place
 * was looked at, and no start brings an older notice back.
 */
export async function setNotice(actor: Actor, input: NoticeInput): Promise<void> {
  const { placeId: id, version, source, checkedOn } = input
  await db.$transaction(async (tx) => {
    authorize(actor, 'facts.keep', null)
    const place = await tx.place.findUnique({
      where: { id },
      select: { checkedOn: true, noticeCheckedOn: true },
    })
    if (!place) throw new NotFound('place')
    if (checkedOn < columnDay(place.noticeCheckedOn ?? place.checkedOn)) {
      throw new InvalidInput([{ field: 'checkedOn', code: 'checked_later' }])
    }
    await signAs(tx, actor)
    const { count } = await tx.place.updateMany({
      where: { id, version },
      data: {
        ...wordsOf(input),
        noticeSource: source,
        noticeCheckedOn: dayColumn(checkedOn),
        version: { increment: 1 },
      },
    })
    if (count === 0) throw new Conflict('fact_changed')
  })
}

function wordsOf(input: NoticeInput) {
  const said = input.level === 'none' ? null : input
  return {
    noticeLevel: said?.level ?? null,
    noticeRu: said?.textRu ?? null,
    noticeKk: said?.textKk ?? null,
    noticeEn: said?.textEn ?? null,
  }
}
