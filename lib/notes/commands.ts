import { db } from '@/lib/db'
import { seal } from '@/lib/seal'

const AT_ONCE = 500

/** Seals words of moderators that an earlier version left in clear, some at a time. Safe to run twice. */
export async function sealOldNotes(): Promise<void> {
  const decisions = await db.decision.findMany({
    where: { note: { not: '' } },
    take: AT_ONCE,
    select: { id: true, note: true },
  })
  for (const { id, note } of decisions) {
    const noteSealed = seal(note, 'decision.note')
    await db.decision.updateMany({ where: { id, note }, data: { note: '', noteSealed } })
  }
  const accounts = await db.account.findMany({
    where: { suspensionNote: { not: null } },
    take: AT_ONCE,
    select: { id: true, suspensionNote: true },
  })
  for (const { id, suspensionNote } of accounts) {
    const sealed = seal(suspensionNote ?? '', 'account.suspensionNote')
    await db.account.updateMany({
      where: { id, suspensionNote },
      data: { suspensionNote: null, suspensionNoteSealed: sealed },
    })
  }
}
