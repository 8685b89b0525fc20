import { Note } from '@/components/ui/Note'
import type { Announcement } from '@/lib/announcements/queries'

/** What staff announce in this city, above everything else. */
export function AnnouncementNotes({ announcements }: { announcements: Announcement[] }) {
  return announcements.map(({ id, text }) => <Note key={id}>{text}</Note>)
}
