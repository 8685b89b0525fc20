import { z } from 'zod'
import { NoticeLevel } from '@/lib/generated/prisma/enums'
import { dayChecked, openedVersion, sourceAddress } from '@/lib/guide/schema'
import { publicText } from '@/lib/listings/schema'

/** Limits that the database holds as well (constraints `place_notice_…`). */
export const NOTICE_LENGTH = { min: 3, max: 500 }

const entry = (now: Date) => ({
  placeId: z.string().regex(/^[a-z0-9-]{1,80}$/, { error: 'unknown_choice' }),
  version: openedVersion,
  source: sourceAddress,
  checkedOn: dayChecked(now),
})
const text = publicText(NOTICE_LENGTH)

/** How a place stands, in words of three languages; or that there is nothing to say of it. */
export function noticeSchema(now: Date) {
  return z.discriminatedUnion(
    'level',
    [
      z.object({ ...entry(now), level: z.literal('none') }),
      z.object({
        ...entry(now),
        level: z.enum(NoticeLevel),
        textRu: text,
        textKk: text,
        textEn: text,
      }),
    ],
    { error: 'unknown_choice' },
  )
}
export type NoticeInput = z.output<ReturnType<typeof noticeSchema>>
