const place = (change: string) => `UPDATE place SET ${change} WHERE id = 'city-a'`
const CLOSED = `notice_level = 'closed', notice_ru = 'Закрыт', notice_kk = 'Жабық', notice_en = 'Closed'`
const notice = (change: string) =>
  `${place(`${CLOSED}, notice_source = 'https://example.org', notice_checked_on = '2026-11-22'`)}; ${place(change)}`
const statement = (change: string) => `UPDATE guide_statement SET ${change}`

/** For every named rule of what staff keep of places and the guide, writes that it refuses: see refusals.ts. */
export const FACT_REFUSALS: Record<string, string[]> = {
  place_notice_complete: [
    place(`notice_level = 'closed'`),
    place(`notice_ru = 'Закрыт'`),
    place(`notice_source = 'https://example.org'`),
    place(`notice_checked_on = '2026-11-22'`),
    place(CLOSED),
  ],
  place_notice_length: [
    notice(`notice_ru = 'За'`),
    notice(`notice_kk = ''`),
    notice(`notice_en = repeat('a', 501)`),
  ],
  place_notice_source_https: [
    notice(`notice_source = 'http://example.org'`),
    notice(`notice_source = 'https://'`),
    notice(`notice_source = 'https://example.org two'`),
    notice(`notice_source = 'https://' || repeat('a', 493)`),
  ],
  guide_statement_key_shape: [
    statement(`key = 'iin'`),
    statement(`key = ''`),
    statement(`key = 'iin.passport.ru'`),
    statement(`key = '<b>.iin'`),
  ],
  guide_statement_words_complete: [
    statement('text_kk = NULL'),
    statement('source = NULL'),
    statement('sure = NULL'),
    `INSERT INTO guide_statement (key, checked_on, text_ru) VALUES ('iin.free', '2026-11-22', 'Да.')`,
  ],
  guide_statement_text_length: [
    statement(`text_ru = 'А'`),
    statement(`text_kk = ''`),
    statement(`text_en = repeat('a', 501)`),
  ],
  guide_statement_source_https: [
    statement(`source = 'javascript:alert(1)'`),
    statement(`source = 'http://example.org'`),
    statement(`source = 'https://a b'`),
    statement(`source = 'https://' || repeat('a', 493)`),
  ],
  guide_statement_source_name_length: [
    statement(`source_name = ''`),
    statement(`source_name = repeat('a', 81)`),
  ],
  guide_statement_sure_known: [statement(`sure = 'D'`), statement(`sure = ''`)],
}
