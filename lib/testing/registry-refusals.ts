import { HOUSE_ID } from '@/lib/registry/house'
import { CENTRE, IMPORT, MARTA, NOBODY, OTHERS, SAMAL, SEALED } from '@/lib/testing/world'

const batch = (change: string) => `UPDATE centre_import SET ${change} WHERE id = '${IMPORT}'`
const row = (change: string) =>
  `UPDATE centre_import_row SET ${change} WHERE import_id = '${IMPORT}'`
const centre = (change: string) => `UPDATE centre SET ${change} WHERE listing_id = '${CENTRE}'`
const publish = (by: string, note = '') =>
  batch(`status = 'publishing', published_by_id = '${by}', note = '${note}'`)
const asAdmin = (id: string) => `UPDATE account SET role = 'admin' WHERE id = '${id}';`

/** For every named rule of the registry of centres, writes that it refuses: see refusals.ts. */
export const REGISTRY_REFUSALS: Record<string, string[]> = {
  account_house_stays: [
    `INSERT INTO account (id, email_sealed, email_hash, role)
      VALUES ('${HOUSE_ID}', '${SEALED}', 'house', 'moderator')`,
  ],
  centre_key_shape: [centre(`key = ''`), centre(`key = 'ключ'`), centre(`key = repeat('a', 81)`)],
  centre_key_unique: [
    `INSERT INTO centre (listing_id, key, centre_kind, appointment, services, languages)
      VALUES ('${OTHERS}', 'example:1', 'help_point', 'walk_in', '{iin}', '{ru}')`,
  ],
  centre_in_kazakhstan: [
    centre('public_building = true, latitude = 39.9, longitude = 51'),
    centre('public_building = true, latitude = 51, longitude = 45.9'),
  ],
  centre_import_lines_range: [
    batch('lines = 0'),
    batch('lines = 10001'),
    batch('done = 3'),
    batch('done = -1'),
  ],
  centre_import_note_length: [batch(`note = repeat('а', 1001)`)],
  centre_import_published_by_somebody: [
    batch(`published_by_id = '${MARTA}'`),
    batch(`status = 'outdated'`),
  ],
  centre_import_prepared_by_id_fkey: [batch(`prepared_by_id = '${NOBODY}'`)],
  centre_import_published_by_id_fkey: [publish(NOBODY)],
  centre_import_row_complete: [
    row('facts = NULL'),
    row('version = NULL'),
    row('listing_id = NULL'),
    row(`fate = 'new'`),
  ],
  centre_import_row_import_id_fkey: [row(`import_id = '${NOBODY}'`)],
  centre_import_all_or_nothing: [
    `${row(`fate = 'duplicate'`)}; ${publish(NOBODY)}`,
    `${row(`fate = 'error'`)}; ${publish(NOBODY)}`,
  ],
  centre_import_published_by_another: [
    publish(SAMAL),
    publish(MARTA),
    publish(SAMAL, 'Больше некому'),
    `${asAdmin(SAMAL)} ${publish(SAMAL)}`,
    `${asAdmin(SAMAL)} ${asAdmin(MARTA)} UPDATE account SET role = 'admin'; ${publish(SAMAL, 'Больше некому')}`,
  ],
  public_holiday_source_length: [
    `UPDATE public_holiday SET source = ''`,
    `UPDATE public_holiday SET source = repeat('a', 501)`,
  ],
}
