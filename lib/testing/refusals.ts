import { DESK_REFUSALS } from '@/lib/testing/desk-refusals'
import { FACT_REFUSALS } from '@/lib/testing/fact-refusals'
import { REGISTRY_REFUSALS } from '@/lib/testing/registry-refusals'
import { REPORT_REFUSALS } from '@/lib/testing/report-refusals'
import { REQUEST_REFUSALS } from '@/lib/testing/request-refusals'
import { TRUSTED_REFUSALS } from '@/lib/testing/trusted-refusals'
import {
  CENTRE,
  HOME,
  MARTA,
  NOBODY,
  OTHERS,
  REVISION,
  RIDE,
  SAMAL,
  SEALED,
  TIMUR,
} from '@/lib/testing/world'

const set = (table: string, id: string) => (change: string) =>
  `UPDATE ${table} SET ${change} WHERE ${id}`

const marta = set('account', `id = '${MARTA}'`)
const suspendMarta = (reason: string, note: string) =>
  marta(`suspended_at = now(), suspended_by_id = '${SAMAL}',
    suspension_reason = '${reason}', suspension_note = ${note}`)
const samal = set('account', `id = '${SAMAL}'`)
const timur = set('account', `id = '${TIMUR}'`)
const code = set('sign_in_code', `email_hash = 'marta'`)
const place = set('place', `id = 'city-a'`)
const listing = set('listing', `id = '${RIDE}'`)
const home = set('housing', `listing_id = '${HOME}'`)
const homeListing = set('listing', `id = '${HOME}'`)
const centreListing = set('listing', `id = '${CENTRE}'`)
const ride = set('ride', `listing_id = '${RIDE}'`)
const centre = set('centre', `listing_id = '${CENTRE}'`)
const seats = set('capacity', `listing_id = '${RIDE}'`)
const beds = set('capacity', `listing_id = '${HOME}'`)
const hours = set('opening_hours', `listing_id = '${CENTRE}'`)
const exception = set('opening_exception', `listing_id = '${CENTRE}'`)
const revision = set('listing_revision', `id = '${REVISION}'`)
const decide = (values: string) => `
  INSERT INTO decision (listing_id, owner_id, revision_id, moderator_id, action, reason, note)
  VALUES (${values})`
const open = (values: string) => `INSERT INTO opening_hours VALUES (${values})`
const propose = (values: string) => `
  INSERT INTO listing_revision (listing_id, base_version, proposal) VALUES (${values})`

const announce = (values: string) => `
  INSERT INTO announcement (language, created_by_id, text, ends_at) VALUES ('ru', '${SAMAL}', ${values})`
const log = (values: string) => `
  INSERT INTO staff_log (actor_id, subject, subject_id, why) VALUES (${values})`

/** For every named rule of the database, writes that it refuses in the world of world.ts. */
export const REFUSALS: Record<string, string[]> = {
  account_email_sealed: [
    marta(`email_sealed = 'marta@example.org'`),
    marta(`email_sealed = 'k1.a'`),
  ],
  account_email_hash_unique: [timur(`email_hash = 'marta'`)],
  account_public_name_length: [marta(`public_name = 'М'`), marta(`public_name = repeat('М', 41)`)],
  account_verification_complete: [timur('verified_at = now()'), marta('verified_how = NULL')],
  account_not_verified_by_itself: [marta(`verified_by_id = '${MARTA}'`)],
  account_verified_by_id_fkey: [marta(`verified_by_id = '${NOBODY}'`)],
  account_suspension_complete: [
    marta('suspended_at = now()'),
    marta(`suspension_reason = 'rules'`),
  ],
  account_suspension_reason_is_a_code: [suspendMarta('так', 'NULL')],
  account_suspension_note_of_suspended: [marta(`suspension_note = 'так'`)],
  account_sealed_note_of_suspended: [marta(`suspension_note_sealed = '${SEALED}'`)],
  account_suspension_note_sealed: [
    marta(`suspended_at = now(), suspended_by_id = '${SAMAL}',
      suspension_reason = 'rules', suspension_note_sealed = 'так'`),
  ],
  account_suspension_note_length: [suspendMarta('rules', `repeat('а', 501)`)],
  account_not_suspended_by_itself: [
    marta(`suspended_at = now(), suspension_reason = 'rules', suspended_by_id = '${MARTA}'`),
  ],
  account_suspended_by_id_fkey: [
    marta(`suspended_at = now(), suspension_reason = 'rules', suspended_by_id = '${NOBODY}'`),
  ],
  second_factor_secret_sealed: [
    `INSERT INTO second_factor (account_id, secret_sealed, last_step) VALUES ('${TIMUR}', 'GEZDGNBV', 1)`,
  ],
  second_factor_account_id_fkey: [
    `INSERT INTO second_factor (account_id, secret_sealed, last_step) VALUES ('${NOBODY}', '${SEALED}', 1)`,
  ],
  second_factor_step_forward: [
    `UPDATE second_factor SET last_step = last_step`,
    `UPDATE second_factor SET last_step = last_step - 1`,
  ],
  recovery_code_account_id_fkey: [`INSERT INTO recovery_code VALUES ('${TIMUR}', 'hash')`],
  session_token_hash_unique: [
    `INSERT INTO session (token_hash, account_id, expires_at) VALUES ('token', '${TIMUR}', now())`,
  ],
  session_account_id_fkey: [`UPDATE session SET account_id = '${NOBODY}'`],
  sign_in_code_email_sealed: [code(`email_sealed = 'marta@example.org'`)],
  sign_in_code_tries_range: [code('tries = -1'), code('tries = 6')],
  sign_in_code_link_hash_unique: [
    `INSERT INTO sign_in_code VALUES ('timur', '${SEALED}', 'code', 'link', 0, now())`,
  ],
  rate_limit_hits_positive: ['UPDATE rate_limit SET hits = 0'],
  duty_acknowledgement_account_id_fkey: [
    `UPDATE duty_acknowledgement SET account_id = '${NOBODY}'`,
  ],

  place_coordinates_complete: [place('latitude = NULL'), place('longitude = NULL')],
  place_in_kazakhstan: [
    place('latitude = 39.9'),
    place('longitude = 45.9'),
    place('latitude = 57'),
  ],
  place_crossing_names_both_sides: [place(`kind = 'crossing'`), place(`other_side_ru = 'Пост'`)],

  listing_owner_id_fkey: [centreListing(`owner_id = '${NOBODY}'`)],
  listing_title_length: [listing(`title = 'АБ'`), listing(`title = repeat('А', 81)`)],
  listing_body_length: [listing(`body = repeat('А', 2001)`)],
  listing_text_printable: [
    listing(`title = E'А\\nБ\\nВ'`),
    listing(`body = E'\\u0007'`),
    listing(`body = E'\\u007f'`),
  ],
  listing_text_without_iin: [
    listing(`title = 'ИИН 900101300123'`),
    listing(`body = '900101300123'`),
  ],
  listing_erased_has_no_body: [listing(`words_erased_at = now(), body = 'Слова'`)],
  listing_version_positive: [listing('version = 0')],
  listing_warnings_range: [listing('warnings_delivered = 3'), listing('warnings_delivered = -1')],
  listing_pause_ends: [listing(`paused_until = 'infinity'`)],
  listing_published_has_date: [listing('published_at = NULL')],
  listing_expires_unless_centre: [
    listing('expires_at = NULL'),
    homeListing('expires_at = NULL'),
    centreListing('expires_at = now()'),
  ],
  listing_other_city_only_of_rides: [
    listing(`other_city = 'uralsk'`),
    homeListing(`other_city = 'astana'`),
  ],
  listing_published_owner_verified: [
    `UPDATE listing SET status = 'published', published_at = now() WHERE id = '${OTHERS}'`,
    listing(`owner_id = '${TIMUR}'`),
    `INSERT INTO listing (kind, owner_id, city, language, title, body, status, published_at)
     VALUES ('centre', '${TIMUR}', 'uralsk', 'ru', 'Помощь', '', 'published', now())`,
  ],

  listing_search_listing_id_fkey: [`UPDATE listing_search SET listing_id = '${NOBODY}'`],
  spoken_slip_term_word_fkey: [`UPDATE spoken_slip SET word = 'слова'`],
  empty_search_kind_known: [`UPDATE empty_search SET kind = 'flat'`],
  empty_search_city_known: [`UPDATE empty_search SET city = 'moscow'`],
  empty_search_searches_positive: ['UPDATE empty_search SET searches = 0'],

  ride_is_a_ride: [ride(`kind = 'housing'`)],
  ride_listing_id_kind_fkey: [ride(`listing_id = '${HOME}'`), ride(`listing_id = '${NOBODY}'`)],
  ride_from_place_id_fkey: [ride(`from_place_id = 'nowhere'`)],
  ride_to_place_id_fkey: [ride(`to_place_id = 'nowhere'`)],
  ride_places_differ: [ride(`to_place_id = 'city-a'`)],
  ride_departs_on_the_hour: [
    ride(`departs_at = '2026-12-01T13:01Z'`),
    ride(`departs_at = '2026-12-01T13:00:00.001Z'`),
  ],
  ride_price_range: [ride('price_tenge = -1'), ride('price_tenge = 100001')],
  ride_child_seats_range: [ride('child_seats = -1'), ride('child_seats = 9')],
  ride_languages_present: [ride(`languages = '{}'`)],
  ride_meeting_sealed: [ride(`meeting_sealed = 'У кафе'`)],

  housing_is_housing: [home(`kind = 'ride'`)],
  housing_listing_id_kind_fkey: [home(`listing_id = '${RIDE}'`)],
  housing_nights_in_order: [
    home(`last_night = '2026-11-30'`),
    home(`last_night = first_night + 181`),
  ],
  housing_stay_in_order: [home('min_nights = 0'), home('min_nights = 8'), home('max_nights = 181')],
  housing_price_range: [home('price_tenge = -1'), home('price_tenge = 1000001')],
  housing_women_or_men: [home('women_only = true, men_only = true')],
  housing_women_on_request_of_mixed: [
    home('women_on_request = true, women_only = true'),
    home('women_on_request = true, men_only = true'),
  ],
  housing_rules_length: [home(`house_rules = repeat('А', 501)`)],
  housing_languages_present: [home(`languages = '{}'`)],
  housing_address_sealed: [home(`address_sealed = 'Улица и дом'`)],

  centre_is_a_centre: [centre(`kind = 'ride'`)],
  centre_listing_id_kind_fkey: [centre(`listing_id = '${RIDE}'`)],
  centre_address_public_only_when_safe: [
    centre(`public_address = 'Дом'`),
    centre('latitude = 51, longitude = 51'),
  ],
  centre_phone_only_when_official: [
    centre(`public_phone = '+77112000000', public_building = true`),
  ],
  centre_official_has_source: [
    centre(`centre_kind = 'service_centre'`),
    centre(`centre_kind = 'migration_desk', checked_on = '2026-11-22'`),
  ],
  centre_coordinates_complete: [centre('latitude = 51, public_building = true')],
  centre_services_present: [centre(`services = '{}'`)],
  centre_languages_present: [centre(`languages = '{}'`)],
  centre_documents_length: [centre(`documents = repeat('А', 1001)`)],
  centre_fees_length: [centre(`fees = repeat('А', 301)`)],
  centre_address_sealed: [centre(`address_sealed = 'Улица и дом'`)],

  opening_hours_listing_id_fkey: [open(`'${RIDE}', 1, 540, 1080`)],
  opening_hours_weekday_range: [hours('weekday = 0'), hours('weekday = 8')],
  opening_hours_in_order: [
    hours('opens = 1080'),
    hours('closes = 1441'),
    // Weekday 2 because what overlaps is refused for that.
    open(`'${CENTRE}', 2, -1, 60`),
  ],
  opening_hours_do_not_overlap: [
    open(`'${CENTRE}', 1, 1079, 1200`),
    open(`'${CENTRE}', 1, 0, 541`),
  ],
  opening_exception_listing_id_fkey: [
    `INSERT INTO opening_exception (listing_id, day) VALUES ('${RIDE}', '2026-12-16')`,
  ],
  opening_exception_in_order: [
    exception('opens = 540'),
    exception('opens = 600, closes = 600'),
    exception('opens = 0, closes = 1441'),
  ],

  capacity_listing_id_fkey: [beds(`listing_id = '${NOBODY}'`)],
  capacity_held_within_total: [seats('held = 4'), seats('held = -1'), seats('total = 1')],
  capacity_total_range: [seats('total = 501')],
  capacity_one_per_night: [
    `INSERT INTO capacity (listing_id, total) VALUES ('${RIDE}', 1)`,
    `INSERT INTO capacity (listing_id, night, total) VALUES ('${HOME}', '2026-12-01', 1)`,
  ],

  listing_revision_listing_id_fkey: [propose(`'${NOBODY}', 1, '{}'`)],
  listing_revision_sealed: [revision(`sealed = 'У кафе'`)],
  listing_revision_decided_complete: [
    revision('decided_at = now()'),
    revision(`status = 'approved'`),
  ],
  listing_revision_size: [revision(`proposal = to_jsonb(repeat('А', 10001))`)],
  listing_revision_one_pending: [propose(`'${RIDE}', 1, '{}'`)],

  decision_listing_id_owner_id_fkey: [
    decide(`'${RIDE}', '${TIMUR}', NULL, '${SAMAL}', 'approve', 'fine', ''`),
    `DELETE FROM listing WHERE id = '${RIDE}'`,
  ],
  decision_revision_id_listing_id_fkey: [
    decide(`'${HOME}', '${MARTA}', '${REVISION}', '${SAMAL}', 'approve', 'fine', ''`),
  ],
  decision_moderator_id_fkey: [
    decide(`'${RIDE}', '${MARTA}', NULL, '${NOBODY}', 'approve', 'fine', ''`),
  ],
  decision_not_on_own_listing: [
    decide(`'${RIDE}', '${MARTA}', NULL, '${MARTA}', 'approve', 'fine', ''`),
  ],
  decision_reason_is_a_code: [
    decide(`'${RIDE}', '${MARTA}', NULL, '${SAMAL}', 'reject', 'Просто так', ''`),
  ],
  decision_note_sealed: [
    `INSERT INTO decision (listing_id, owner_id, moderator_id, action, reason, note_sealed)
      VALUES ('${RIDE}', '${MARTA}', '${SAMAL}', 'reject', 'unclear', 'Просто так')`,
  ],
  decision_note_length: [
    decide(`'${RIDE}', '${MARTA}', NULL, '${SAMAL}', 'reject', 'unclear', repeat('А', 1001)`),
  ],
  listing_published_by_two: [
    `UPDATE account SET verified_at = verified_at; UPDATE listing SET status = 'published', published_at = now() WHERE id = '${HOME}'`,
  ],
  account_last_admin_stays: [`${samal(`role = 'admin'`)}; ${samal(`role = 'volunteer'`)}`],
  account_last_admin_stays_delete: [
    `
    INSERT INTO account (email_sealed, email_hash, role) VALUES ('${SEALED}', 'only', 'admin');
    DELETE FROM account WHERE email_hash = 'only'`,
  ],
  announcement_text_length: [announce(`'Да', now()`), announce(`repeat('А', 301), now()`)],
  announcement_ends_within_a_month: [announce(`'Завтра дождь', now() + interval '32 days'`)],
  announcement_created_by_id_fkey: [
    `INSERT INTO announcement (language, text, ends_at, created_by_id) VALUES ('ru', 'Завтра дождь', now(), '${NOBODY}')`,
  ],
  decision_append_only: [
    `UPDATE decision SET reason = 'unclear'`,
    `UPDATE decision SET note = 'Другие слова'`,
    `UPDATE decision SET note_sealed = '${SEALED}'`,
    `UPDATE decision SET note = '', action = 'reject'`,
    'DELETE FROM decision',
  ],
  decision_append_only_truncate: ['TRUNCATE decision', 'TRUNCATE listing CASCADE'],
  staff_log_why_is_a_code: [log(`NULL, 'account', '${MARTA}', 'Просил денег'`)],
  staff_log_actor_id_fkey: [log(`'${NOBODY}', 'account', '${MARTA}', ''`)],
  staff_log_append_only: [`UPDATE staff_log SET why = 'иначе'`, 'DELETE FROM staff_log'],
  staff_log_append_only_truncate: ['TRUNCATE staff_log'],
  ...DESK_REFUSALS,
  ...REQUEST_REFUSALS,
  ...REGISTRY_REFUSALS,
  ...FACT_REFUSALS,
  ...REPORT_REFUSALS,
  ...TRUSTED_REFUSALS,
}
