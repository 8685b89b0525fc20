import { findPhoneNumbersInText } from 'libphonenumber-js/max'

/**
 * What may not stand in a text that everyone can read. IIN and passport numbers are never
 * stored at all; contact runs through requests, so phones, e-mails, handles and links go too.
 */
export type PersonalData =
  | 'has_iin'
  | 'has_passport'
  | 'has_phone'
  | 'has_email'
  | 'has_handle'
  | 'has_link'

// Twelve digits, also in two halves: birth date, century and sex, serial, check digit.
const IIN = /(?<!\d)\d{6}[ -]?\d{6}(?!\d)/
// Russian internal (4 + 6 digits), Russian foreign (2 + 7), Kazakh (N and 8).
const PASSPORT = /(?<!\d)(?:\d{2} ?\d{2}(?: ?№ ?| )\d{6}|\d{2}(?: ?№ ?| )\d{7}|[NnНн]\d{8})(?!\d)/
// A Russian or Kazakh number however it is spread out.
const SPREAD_PHONE = /(?<![\d.])(?:\+?7|8)(?:[\s().\-–—]*\d){10}(?!\d)/
const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]{2,}/
const HANDLE = /(?<![\w.])@[a-z][a-z0-9_.]{3,}/i
const LINK =
  /https?:|www\.|(?<![\p{L}\d])[\p{L}\d-]+\.(?:ru|kz|com|me|org|net|info|su|io|app|рф|қаз)(?![\p{L}\d])/iu

/** The first kind of personal data in a text, the gravest first, or null. */
export function findPersonalData(text: string): PersonalData | null {
  if (IIN.test(text)) return 'has_iin'
  if (PASSPORT.test(text)) return 'has_passport'
  if (EMAIL.test(text)) return 'has_email'
  if (SPREAD_PHONE.test(text) || hasPhone(text)) return 'has_phone'
  if (HANDLE.test(text)) return 'has_handle'
  return LINK.test(text) ? 'has_link' : null
}

/** Whether a text holds an IIN or a passport number: refused in private texts too. */
export function hasDocumentNumber(text: string): boolean {
  return IIN.test(text) || PASSPORT.test(text)
}

// Control characters, and those that turn the direction of writing to disguise a text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u
const MARKUP = /<\/?[a-z!][^>]*>?/i

/** What makes a text unfit to print, or null. */
export function findUnprintable(text: string): 'has_control' | 'has_markup' | null {
  if (CONTROL.test(text)) return 'has_control'
  return MARKUP.test(text) ? 'has_markup' : null
}

function hasPhone(text: string): boolean {
  return (['KZ', 'RU'] as const).some(
    (country) => findPhoneNumbersInText(text, { defaultCountry: country }).length > 0,
  )
}
