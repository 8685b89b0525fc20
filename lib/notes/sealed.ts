import { type SealContext, seal, unseal } from '@/lib/seal'

/** What a moderator wrote, sealed; null when it is nothing. */
export function sealNote(note: string, context: SealContext): string | null {
  return note === '' ? null : seal(note, context)
}

/** The moderator's own words of a decision; those of earlier versions stand in clear for a moment. */
export function decisionNote({ note, noteSealed }: { note: string; noteSealed: string | null }) {
  return noteSealed === null ? note : unseal(noteSealed, 'decision.note')
}

/** What a moderator told the others of a suspension. */
export function suspensionNote(account: {
  suspensionNote: string | null
  suspensionNoteSealed: string | null
}): string | null {
  const { suspensionNoteSealed: sealed } = account
  return sealed === null ? account.suspensionNote : unseal(sealed, 'account.suspensionNote')
}
