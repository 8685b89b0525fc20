import {
  CENTRE,
  HOME,
  MARTA,
  NOBODY,
  REPORT,
  RIDE,
  SAMAL,
  SEALED,
  SEATS_ASKED,
} from '@/lib/testing/world'

const report = (change: string) => `UPDATE report SET ${change} WHERE id = '${REPORT}'`
const told = (values: string) => `
  INSERT INTO report (listing_id, owner_id, request_id, side, visitor_key, reason, copy_sealed, kept_until)
  VALUES (${values}, now() + interval '1 day')`

/** The refusals of reports, visits and waits. */
export const REPORT_REFUSALS: Record<string, string[]> = {
  report_listing_id_owner_id_fkey: [
    report(`listing_id = '${NOBODY}'`),
    report(`owner_id = '${SAMAL}'`),
  ],
  report_request_id_fkey: [
    told(`'${RIDE}', '${MARTA}', '${NOBODY}', 'asker', NULL, 'other', NULL`),
  ],
  report_handled_by_id_fkey: [
    report(`handled_at = now(), outcome = 'dealt_with', handled_by_id = '${NOBODY}'`),
  ],
  report_visitor_or_request: [
    report('visitor_key = NULL'),
    report(`request_id = '${SEATS_ASKED}'`),
    report(`side = 'host'`),
    told(`'${RIDE}', '${MARTA}', '${SEATS_ASKED}', 'asker', 'visitor', 'other', NULL`),
    report('erased_at = now(), note_sealed = NULL, copy_sealed = NULL'),
  ],
  report_grave_has_copy: [
    report('copy_sealed = NULL'),
    told(`'${RIDE}', '${MARTA}', '${SEATS_ASKED}', 'asker', NULL, 'fraud', NULL`),
  ],
  report_kept_30_days: [
    report(`kept_until = created_at`),
    report(`kept_until = created_at + interval '721 hours'`),
  ],
  report_erased_whole: [
    report('erased_at = now(), visitor_key = NULL, copy_sealed = NULL'),
    report('erased_at = now(), visitor_key = NULL, note_sealed = NULL'),
  ],
  report_handled_complete: [
    report('handled_at = now()'),
    report(`handled_at = now(), handled_by_id = '${SAMAL}'`),
    report(`outcome = 'nothing_wrong'`),
  ],
  report_not_handled_by_owner: [
    report(`handled_at = now(), outcome = 'dealt_with', handled_by_id = '${MARTA}'`),
  ],
  report_note_sealed: [report(`note_sealed = 'Просят деньги'`)],
  report_copy_sealed: [report(`copy_sealed = '{}'`)],
  report_one_open_of_visitor: [
    told(`'${RIDE}', '${MARTA}', NULL, 'visitor', 'visitor', 'unsafe', '${SEALED}'`),
  ],
  report_one_open_of_request: [
    `${told(`'${RIDE}', '${MARTA}', '${SEATS_ASKED}', 'host', NULL, 'other', NULL`)};
     ${told(`'${RIDE}', '${MARTA}', '${SEATS_ASKED}', 'host', NULL, 'other', NULL`)}`,
  ],

  visit_listing_id_fkey: [`UPDATE visit SET listing_id = '${NOBODY}'`],
  visit_problem_is_seen: [
    `UPDATE visit SET problem = 'unsafe'`,
    `UPDATE visit SET problem = 'fraud'`,
    `UPDATE visit SET problem = 'other'`,
  ],
  wait_report_listing_id_fkey: [
    `UPDATE wait_report SET listing_id = '${NOBODY}'`,
    `UPDATE wait_report SET listing_id = '${HOME}' WHERE listing_id = '${CENTRE}'`,
  ],
  wait_report_minutes_range: [
    'UPDATE wait_report SET minutes = -1',
    'UPDATE wait_report SET minutes = 601',
  ],
}
