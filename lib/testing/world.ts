/** Ids of the rows below. */
export const MARTA = '00000000-0000-4000-8000-00000000000a'
export const TIMUR = '00000000-0000-4000-8000-00000000000b'
export const SAMAL = '00000000-0000-4000-8000-00000000000c'
export const RIDE = '00000000-0000-4000-8000-000000000001'
export const HOME = '00000000-0000-4000-8000-000000000002'
export const CENTRE = '00000000-0000-4000-8000-000000000003'
export const OTHERS = '00000000-0000-4000-8000-000000000004'
export const REVISION = '00000000-0000-4000-8000-000000000005'
export const LINK = '00000000-0000-4000-8000-000000000006'
export const SEATS_ASKED = '00000000-0000-4000-8000-000000000007'
export const BEDS_ASKED = '00000000-0000-4000-8000-000000000008'
export const REPORT = '00000000-0000-4000-8000-000000000009'
export const IMPORT = '00000000-0000-4000-8000-00000000000d'
export const NOBODY = '00000000-0000-4000-8000-0000000000ff'

/** A value of the shape that a sealed column takes. */
export const SEALED = `k1.${'A'.repeat(40)}`

/**
 * One valid row in every table, in plain SQL, so that the database is asked without lib between:
 * marta (verified by samal) owns a published ride, a home and a centre; timur nobody has verified.
 */
export const WORLD = `
INSERT INTO account (id, email_sealed, email_hash, public_name, role) VALUES
  ('${MARTA}', '${SEALED}', 'marta', 'Марта', 'volunteer'),
  ('${TIMUR}', '${SEALED}', 'timur', 'Тимур', 'volunteer'),
  ('${SAMAL}', '${SEALED}', 'samal', 'Самал', 'moderator');
UPDATE account SET verified_at = now(), verified_how = 'organisation', verified_by_id = '${SAMAL}'
  WHERE id = '${MARTA}';
INSERT INTO session (token_hash, account_id, expires_at) VALUES ('token', '${MARTA}', now());
INSERT INTO second_factor (account_id, secret_sealed, last_step) VALUES ('${SAMAL}', '${SEALED}', 7);
INSERT INTO recovery_code VALUES ('${SAMAL}', 'hash');
INSERT INTO sign_in_code (email_hash, email_sealed, code_hash, link_hash, expires_at)
  VALUES ('marta', '${SEALED}', 'code', 'link', now());
INSERT INTO rate_limit VALUES ('key', 1, now());
INSERT INTO duty_acknowledgement (account_id, kind, wording) VALUES ('${MARTA}', 'ride', 1);
INSERT INTO place (id, kind, name_ru, source, checked_on, latitude, longitude) VALUES
  ('city-a', 'city', 'А', 'https://example.org', '2026-11-22', 51, 51),
  ('city-b', 'city', 'Б', 'https://example.org', '2026-11-22', NULL, NULL);
INSERT INTO public_holiday VALUES ('2020-12-16', 'https://example.org');
INSERT INTO guide_statement (key, text_ru, text_kk, text_en, source, source_name, sure, checked_on)
  VALUES ('iin.free', 'Бесплатно.', 'Тегін.', 'Free.', 'https://example.org', 'example.org', 'B', '2026-11-22');
INSERT INTO listing (id, kind, owner_id, city, language, title, body, status, published_at, expires_at) VALUES
  ('${RIDE}', 'ride', '${MARTA}', 'uralsk', 'ru', 'А → Б', '', 'published', now(), now()),
  ('${HOME}', 'housing', '${MARTA}', 'uralsk', 'ru', 'Комната', '', 'pending', NULL, now()),
  ('${CENTRE}', 'centre', '${MARTA}', 'uralsk', 'ru', 'Помощь', '', 'pending', NULL, NULL),
  ('${OTHERS}', 'centre', '${TIMUR}', 'uralsk', 'ru', 'Помощь', '', 'pending', NULL, NULL);
INSERT INTO listing_search VALUES ('${RIDE}', '{is:ride}', '1');
INSERT INTO spoken_word (term, word, sound) VALUES ('ru:слов', 'слово', 'слово');
INSERT INTO spoken_slip VALUES ('слов', 'ru:слов', 'слово', 'слово');
INSERT INTO empty_search VALUES ('2026-12-01', 'any', 'any', 1);
INSERT INTO day_figure VALUES ('2026-12-01', 'decisions', '', 1);
INSERT INTO ride (listing_id, from_place_id, to_place_id, departs_at, price_tenge, luggage, languages, meeting_sealed)
  VALUES ('${RIDE}', 'city-a', 'city-b', '2026-12-01T13:00Z', 0, 'none', '{ru}', '${SEALED}');
INSERT INTO housing (listing_id, housing_kind, first_night, last_night, max_nights, price_tenge, languages, address_sealed)
  VALUES ('${HOME}', 'room', '2026-12-01', '2026-12-07', 7, 0, '{ru}', '${SEALED}');
INSERT INTO centre (listing_id, key, centre_kind, appointment, services, languages)
  VALUES ('${CENTRE}', 'example:1', 'help_point', 'walk_in', '{iin}', '{ru}');
INSERT INTO opening_hours VALUES ('${CENTRE}', 1, 540, 1080);
INSERT INTO opening_exception (listing_id, day) VALUES ('${CENTRE}', '2026-12-16');
INSERT INTO centre_import (id, prepared_by_id, lines) VALUES ('${IMPORT}', '${SAMAL}', 2);
INSERT INTO centre_import_row (import_id, line, fate, listing_id, version, facts)
  VALUES ('${IMPORT}', 2, 'changed', '${CENTRE}', 1, '{}');
INSERT INTO capacity (listing_id, night, total, held) VALUES
  ('${RIDE}', NULL, 3, 2), ('${HOME}', '2026-12-01', 3, 0);
INSERT INTO listing_revision (id, listing_id, base_version, proposal)
  VALUES ('${REVISION}', '${RIDE}', 1, '{}');
INSERT INTO decision (listing_id, owner_id, revision_id, moderator_id, action, reason)
  VALUES ('${RIDE}', '${MARTA}', '${REVISION}', '${SAMAL}', 'approve', 'fine');
UPDATE account SET role = 'trusted' WHERE id = '${MARTA}';
INSERT INTO trusted_post (listing_id, owner_id) VALUES ('${RIDE}', '${MARTA}');
UPDATE account SET role = 'volunteer' WHERE id = '${MARTA}';
INSERT INTO private_link (id, token_hash, locale) VALUES ('${LINK}', 'token', 'ru');
INSERT INTO request (id, link_id, listing_id, kind, status, adults, children, starts_at, ends_at, expires_at, accepted_at)
  VALUES ('${SEATS_ASKED}', '${LINK}', '${RIDE}', 'ride', 'accepted', 2, 0,
    '2026-12-01T13:00Z', '2026-12-01T19:00Z', '2026-12-01T12:00Z', now());
INSERT INTO request (id, link_id, listing_id, kind, status, adults, children, first_night, last_night, starts_at, ends_at, expires_at)
  VALUES ('${BEDS_ASKED}', '${LINK}', '${HOME}', 'housing', 'open', 2, 0, '2026-12-01', '2026-12-02',
    '2026-11-30T19:00Z', '2026-12-02T19:00Z', '2026-12-02T19:00Z');
INSERT INTO message (request_id, side, text_sealed) VALUES ('${SEATS_ASKED}', 'asker', '${SEALED}');
INSERT INTO hold (request_id, link_id, listing_id, kind, places, period) VALUES
  ('${SEATS_ASKED}', '${LINK}', '${RIDE}', 'ride', 2, '[2026-12-01 13:00Z,2026-12-01 19:00Z)');
INSERT INTO report (id, listing_id, owner_id, side, visitor_key, reason, note_sealed, copy_sealed, kept_until)
  VALUES ('${REPORT}', '${RIDE}', '${MARTA}', 'visitor', 'visitor', 'unsafe', '${SEALED}', '${SEALED}', now() + interval '720 hours');
INSERT INTO visit (listing_id, visitor_key, problem) VALUES ('${RIDE}', 'visitor', 'full');
INSERT INTO wait_report (listing_id, visitor_key, minutes) VALUES ('${CENTRE}', 'visitor', 600);
`
