import { BEDS_ASKED, LINK, NOBODY, RIDE, SEATS_ASKED } from '@/lib/testing/world'

const link = (change: string) => `UPDATE private_link SET ${change} WHERE id = '${LINK}'`
const seats = (change: string) => `UPDATE request SET ${change} WHERE id = '${SEATS_ASKED}'`
const beds = (change: string) => `UPDATE request SET ${change} WHERE id = '${BEDS_ASKED}'`
const hold = (change: string) => `UPDATE hold SET ${change}`
const listing = (change: string) => `UPDATE listing SET ${change} WHERE id = '${RIDE}'`

/** The refusals of private links, requests, messages and holds. */
export const REQUEST_REFUSALS: Record<string, string[]> = {
  listing_open_requests_range: [listing('open_requests = -1'), listing('open_requests = 21')],
  private_link_token_hash_unique: [
    `INSERT INTO private_link (token_hash, locale) VALUES ('token', 'kk')`,
  ],
  private_link_open_requests_range: [link('open_requests = -1'), link('open_requests = 7')],
  private_link_code_complete: [link(`code_hash = 'a'`), link('code_expires_at = now()')],
  private_link_code_tries_range: [link('code_tries = -1'), link('code_tries = 6')],
  request_link_id_fkey: [seats(`link_id = '${NOBODY}'`)],
  request_listing_id_kind_fkey: [
    seats(`listing_id = '${NOBODY}'`),
    seats(`kind = 'housing', first_night = '2026-12-01', last_night = '2026-12-01'`),
  ],
  request_party_range: [
    seats('adults = 0, children = 2'),
    seats('children = -1'),
    seats('adults = 10, children = 11'),
  ],
  request_nights_only_of_housing: [
    seats(`first_night = '2026-12-01', last_night = '2026-12-01'`),
    beds('first_night = NULL, last_night = NULL'),
    beds('last_night = NULL'),
  ],
  request_nights_in_order: [beds(`last_night = '2026-11-30'`)],
  request_not_of_centres: [seats(`kind = 'centre'`)],
  request_period_in_order: [seats('ends_at = starts_at')],
  request_in_line_has_mode: [beds(`status = 'waiting'`)],
  request_offer_has_end: [
    beds(`status = 'offered', line = 'offer'`),
    beds('offer_ends_at = now()'),
  ],
  request_accepted_has_time: [seats('accepted_at = NULL')],
  request_closed_has_time: [beds(`status = 'declined'`), beds('closed_at = now()')],
  request_women_only_offered: [seats('women_only = true'), beds('women_only = true')],
  request_name_sealed: [seats(`name_sealed = 'Марта'`)],
  message_request_id_fkey: [`UPDATE message SET request_id = '${NOBODY}'`],
  message_text_sealed: [`UPDATE message SET text_sealed = 'привет'`],
  hold_request_id_fkey: [hold(`request_id = '${NOBODY}'`)],
  hold_places_range: [hold('places = 0'), hold('places = 21')],
  hold_no_overlap_for_one_link: [
    `INSERT INTO hold (request_id, link_id, listing_id, kind, places, period) VALUES
      ('${BEDS_ASKED}', '${LINK}', '${RIDE}', 'ride', 1, '[2026-12-01 18:00Z,2026-12-01 20:00Z)')`,
  ],
}
