import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import type { CitySlug } from '@/lib/places/cities'
import { authorize } from '@/lib/policy'

export interface Announcement {
  id: string
  text: string
}

/** What is announced now in a language: for all cities, and for this one. Two at most, the newest. */
export async function listAnnouncements(
  city: CitySlug | null,
  language: Locale,
  now: Date,
): Promise<Announcement[]> {
  return db.announcement.findMany({
    where: {
      language,
      endsAt: { gt: now },
      OR: [{ city: null }, ...(city ? [{ city }] : [])],
    },
    orderBy: { createdAt: 'desc' },
    take: 2,
    select: { id: true, text: true },
  })
}

export interface StandingAnnouncement extends Announcement {
  city: CitySlug | null
  language: Locale
  endsAt: Date
  author: string
}

/** Everything that is announced now, for those who may end it. */
export async function listStanding(actor: Actor, now: Date): Promise<StandingAnnouncement[]> {
  authorize(actor, 'announcement.write', null)
  const rows = await db.announcement.findMany({
    where: { endsAt: { gt: now } },
    orderBy: [{ endsAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      text: true,
      city: true,
      language: true,
      endsAt: true,
      createdBy: { select: { publicName: true } },
    },
  })
  return rows.map(({ createdBy, ...row }) => ({ ...row, author: createdBy.publicName ?? '' }))
}
