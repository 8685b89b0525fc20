import type { Column, Table } from '@/lib/manifest/column'

const seeded = (...names: string[]): Record<string, Column> =>
  Object.fromEntries(
    names.map((name) => [name, ['ours', 'facts about a place, with their source']]),
  )

/** What is of no person: the search, places, holidays. */
export const OURS = {
  listing_search: {
    what: 'What a public listing is found by.',
    kept: 'findable',
    columns: {
      listing_id: ['technical', 'which listing'],
      terms: ['public', 'its words, shortened'],
      edition: ['technical', 'of which rules of lib/search'],
      kind: ['public', 'as its listing: listing_search_begins'],
      sort_at: ['public', 'the same: listing_search_follows'],
      confirmed_at: ['public', 'the same'],
    },
  },
  listing_text: {
    what: 'What a text is known by when it stands elsewhere too; written anew when its words are erased.',
    kept: 'remains',
    columns: {
      listing_id: ['technical', 'which listing'],
      sketch: ['technical', 'fingerprints of its words, three at a time', 'listing'],
    },
  },
  spoken_word: {
    what: 'The words that published listings say, one at a time, to correct what is typed.',
    kept: 'dictionary',
    columns: {
      term: ['public', 'what the word counts as'],
      word: ['public', 'the word'],
      sound: ['public', 'how it sounds'],
      seen_at: ['technical', 'when a listing was last known to say it'],
    },
  },
  spoken_slip: {
    what: 'The same words with a letter less.',
    kept: 'dictionary',
    columns: {
      left_over: ['public', 'what is left'],
      term: ['public', 'what the word counts as'],
      word: ['public', 'the word'],
      sound: ['public', 'how it sounds'],
    },
  },
  empty_search: {
    what: 'How often a search found nothing.',
    kept: 'searches',
    columns: {
      day: ['counter', 'on which day'],
      kind: ['counter', 'a kind, or any: empty_search_kind_known'],
      city: ['counter', 'a city, or any: empty_search_city_known'],
      searches: ['counter', 'how often'],
    },
  },
  day_figure: {
    what: 'What the public figures of a day say of the two weeks before it.',
    kept: 'figures',
    columns: {
      day: ['technical', 'on which day'],
      figure: ['technical', 'what is counted: day_figure_known'],
      part: ['technical', 'a city, or a reason of removals'],
      value: ['counter', 'how many; groups under 20 are left out when shown'],
    },
  },
  place: {
    what: 'Crossings, stations, airports, cities. How they stand now the staff say.',
    kept: 'ours',
    columns: {
      ...seeded(
        ...['id', 'kind', 'name_ru', 'name_kk', 'name_en', 'other_side_ru', 'other_side_en'],
        ...['serves', 'latitude', 'longitude', 'source', 'checked_on'],
      ),
      notice_level: ['ours', 'how it stands', 'facts'],
      notice_ru: ['ours', 'the same in words', 'facts'],
      notice_kk: ['ours', 'the same in words', 'facts'],
      notice_en: ['ours', 'the same in words', 'facts'],
      notice_source: ['ours', 'where that was read', 'facts'],
      notice_checked_on: ['ours', 'when somebody looked', 'facts'],
      log_id: ['technical', 'what the log of the staff calls it'],
      version: ['technical', 'so that of two changes at once the second is told', 'facts'],
    },
  },
  guide_statement: {
    what: 'What staff wrote for a statement of the guide, or that they read it again.',
    kept: 'facts',
    columns: {
      key: ['technical', 'which statement: step and name'],
      id: ['technical', 'what the log of the staff calls it'],
      text_ru: ['ours', 'its words'],
      text_kk: ['ours', 'its words'],
      text_en: ['ours', 'its words'],
      source: ['ours', 'where that was read'],
      source_name: ['ours', 'what that is called'],
      sure: ['ours', 'how sure it is'],
      checked_on: ['ours', 'when it was read'],
      version: ['technical', 'so that of two changes at once the second is told'],
      updated_at: ['technical', 'when staff last changed it'],
    },
  },
  public_holiday: {
    what: 'Days off in the whole country.',
    kept: 'ours',
    columns: {
      day: ['ours', 'which day'],
      source: ['ours', 'where it was read'],
      id: ['technical', 'what the log of the staff calls it'],
      removed: ['ours', 'that staff took it out'],
    },
  },
} satisfies Record<string, Table>

/** What is not ours to describe column by column. */
export const AS_A_WHOLE: Record<string, string> = {
  'public._prisma_migrations': 'which migrations have run, and when: technical, kept',
  'jobs.*':
    'the queue (pg-boss). A job holds ids alone, what went wrong with it a kind of error and a place in the code, never words. Done, it goes after 12 hours into an archive and after 7 days from there; failed for good, after 14 days',
}
