import { MARTA, NOBODY, RIDE, SAMAL, SEALED } from '@/lib/testing/world'

const claim = (values: string) => `INSERT INTO listing_claim VALUES (${values})`
const hold = (change: Record<string, string>) => {
  const row = {
    listing_id: `'${RIDE}'`,
    version: '1',
    moderator_id: `'${SAMAL}'`,
    action: `'approve'`,
    reason: `'fine'`,
    held_at: 'now()',
    due_at: `now() + interval '30 seconds'`,
    ...change,
  }
  return `INSERT INTO held_decision (${Object.keys(row)}) VALUES (${Object.values(row)})`
}

const note = (values: string) =>
  `INSERT INTO staff_note (person_id, author_id, text_sealed) VALUES (${values})`

/** Of claims, held decisions, notes and figures, for REFUSALS. */
export const DESK_REFUSALS: Record<string, string[]> = {
  listing_claim_frees_itself: [
    claim(`'${RIDE}', '${SAMAL}', now(), now() + interval '11 minutes'`),
    claim(`'${RIDE}', '${SAMAL}', now(), now()`),
  ],
  listing_claim_listing_id_fkey: [
    claim(`'${NOBODY}', '${SAMAL}', now(), now() + interval '1 minute'`),
  ],
  listing_claim_account_id_fkey: [
    claim(`'${RIDE}', '${NOBODY}', now(), now() + interval '1 minute'`),
  ],
  held_decision_reason_is_a_code: [hold({ reason: `'Просто так'` })],
  held_decision_note_sealed: [hold({ note_sealed: `'Другие слова'` })],
  held_decision_soon_due: [
    hold({ due_at: `now() + interval '6 minutes'` }),
    hold({ due_at: 'now()' }),
  ],
  held_decision_one_of_listing: [`${hold({})}; ${hold({})}`],
  held_decision_listing_id_fkey: [hold({ listing_id: `'${NOBODY}'` })],
  held_decision_revision_id_listing_id_fkey: [hold({ revision_id: `'${NOBODY}'` })],
  held_decision_moderator_id_fkey: [hold({ moderator_id: `'${NOBODY}'` })],
  staff_note_text_sealed: [note(`'${MARTA}', '${SAMAL}', 'Возит каждую пятницу'`)],
  staff_note_not_about_oneself: [note(`'${SAMAL}', '${SAMAL}', '${SEALED}'`)],
  staff_note_person_id_fkey: [note(`'${NOBODY}', '${SAMAL}', '${SEALED}'`)],
  staff_note_author_id_fkey: [note(`'${MARTA}', '${NOBODY}', '${SEALED}'`)],
  day_figure_known: [`UPDATE day_figure SET figure = 'visitors'`],
  day_figure_value_not_negative: ['UPDATE day_figure SET value = -1'],
}
