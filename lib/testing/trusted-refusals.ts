import { HOME, MARTA, NOBODY, OTHERS, RIDE, SAMAL } from '@/lib/testing/world'

const TRUST = `UPDATE account SET role = 'trusted' WHERE id = '${MARTA}';`
const post = (columns: string, values: string) => `
  ${TRUST} INSERT INTO trusted_post (listing_id, owner_id, ${columns})
  VALUES ('${RIDE}', '${MARTA}', ${values})`
const publish = `
  UPDATE listing SET sample = true, status = 'published', published_at = now() WHERE id = '${HOME}';
  UPDATE listing SET sample = false WHERE id = '${HOME}';`

/** What is refused of posts that nobody read before they were public, and of shelters. */
export const TRUSTED_REFUSALS: Record<string, string[]> = {
  trusted_post_by_trusted: [
    `INSERT INTO trusted_post (listing_id, owner_id) VALUES ('${RIDE}', '${MARTA}')`,
    `${TRUST} UPDATE account SET verified_at = NULL, verified_how = NULL, verified_by_id = NULL
      WHERE id = '${MARTA}';
     INSERT INTO trusted_post (listing_id, owner_id) VALUES ('${RIDE}', '${MARTA}')`,
  ],
  trusted_post_look_complete: [post('looked_at', 'now()'), post('looked_by_id', `'${SAMAL}'`)],
  trusted_post_not_looked_at_by_owner: [post('looked_at, looked_by_id', `now(), '${MARTA}'`)],
  trusted_post_looked_by_id_fkey: [post('looked_at, looked_by_id', `now(), '${NOBODY}'`)],
  trusted_post_listing_fkey: [
    `${TRUST} INSERT INTO trusted_post (listing_id, owner_id) VALUES ('${OTHERS}', '${MARTA}')`,
  ],
  trusted_post_revision_fkey: [post('revision_id', `'${NOBODY}'`)],
  trusted_post_lot_stands: ['UPDATE trusted_post SET drawn = NOT drawn'],
  listing_published_by_two_from_the_first: [
    `INSERT INTO listing (kind, owner_id, city, language, title, body, status, published_at)
     VALUES ('housing', '${MARTA}', 'uralsk', 'ru', 'Комната', '', 'published', now())`,
  ],
  housing_shelter_by_two: [
    `${publish} UPDATE housing SET housing_kind = 'shelter' WHERE listing_id = '${HOME}'`,
    `DELETE FROM housing WHERE listing_id = '${HOME}'; ${publish}
     INSERT INTO housing (listing_id, housing_kind, first_night, last_night, max_nights, price_tenge, languages, address_sealed)
     VALUES ('${HOME}', 'shelter', '2026-12-01', '2026-12-07', 7, 0, '{ru}', 'k1.${'A'.repeat(40)}')`,
  ],
  listing_text_listing_id_fkey: [`INSERT INTO listing_text VALUES ('${NOBODY}', '{}')`],
}
