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

// Twelve digits are never anything else here (constraint `listing_text_without_iin`).
const TWELVE_DIGITS = /(?<!\d)\d{12}(?!\d)/
// The same spread out: birth date, century and sex, serial, check digit.
const SPREAD_IIN =
  /(?<!\d)\d ?\d[ .-]?(?:0 ?[1-9]|1 ?[0-2])[ .-]?(?:0 ?[1-9]|[12] ?\d|3 ?[01])[ .-]?[0-6](?:[ .-]?\d){5}(?!\d)/
const DATE = /(?<![\d.])\d{1,2}\.\d{2}\.\d{4}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g
// Russian internal (4 + 6 digits), Russian foreign (2 + 7), Kazakh (N and 8).
const PASSPORT =
  /(?<![\d+])(?:\d{2} ?\d{2}(?: ?# ?|[ -]| номер )\d{6}|\d{2}(?: ?# ?| )\d{7})(?!\d)|(?<!\p{L})[nн] ?\d{8}(?!\d)/iu
const NAMED_DOCUMENT =
  /(?:паспорт|загран|passport|төлқұжат|удостоверени|куәлі)[^\d\n]{0,25}(?:\d[ #]{0,2}){6,9}\d(?![\d.-])/iu
// A Russian or Kazakh number however it is spread out.
const SPREAD_PHONE = /(?<![\d.])(?:\+?7|8)(?:[\s().\-–—]{0,4}\d){10}(?!\d)/
const EMAIL =
  /[\p{L}\d._%+-]{1,64} ?(?:@|[([] ?(?:at|собака) ?[)\]]|(?<= )собака(?= )) ?[\p{L}\d-]{1,63} ?(?:\.|[([] ?(?:dot|точка) ?[)\]]) ?\p{L}{2,}/iu
const HANDLE = /(?<![\w.])@[a-z][a-z0-9_.]{3,}/i
// A messenger and a name in it: after a colon any, else one that is no word of a language.
const NAMED_HANDLE =
  /(?<!\p{L})(?:телег\p{L}*|тг|tg|telegram|инста\p{L}*|insta(?:gram)?|вк|vk|signal|ватсап\p{L}*|whatsapp) ?(?:[:=] ?[a-z]|[-–—]? ?(?=[a-z][a-z0-9.]*(?:[_\d]|\.[a-z]))[a-z])[a-z0-9_.]{3,}/iu
const LINK =
  /https?:|www\.|(?<![\p{L}\d])[\p{L}\d-]{1,63}\.(?:ru|kz|com|me|org|net|info|su|io|app|dev|site|online|рф|қаз)(?![\p{L}\d])|[a-z\d-]{1,63}\.[a-z]{2,}\/\S/iu

/** The first kind of personal data in a text, the gravest first, or null. */
export function findPersonalData(text: string): PersonalData | null {
  const plain = plainly(text)
  if (hasIin(plain)) return 'has_iin'
  if (hasPassport(plain)) return 'has_passport'
  if (EMAIL.test(plain)) return 'has_email'
  if (SPREAD_PHONE.test(plain) || hasPhone(plain)) return 'has_phone'
  if (HANDLE.test(plain) || NAMED_HANDLE.test(plain)) return 'has_handle'
  return LINK.test(plain) ? 'has_link' : null
}

/** Whether a text holds an IIN or a passport number: refused in private texts too. */
export function hasDocumentNumber(text: string): boolean {
  const plain = plainly(text)
  return hasIin(plain) || hasPassport(plain)
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

function hasIin(plain: string): boolean {
  return TWELVE_DIGITS.test(plain) || SPREAD_IIN.test(plain.replace(DATE, 'day'))
}

function hasPassport(plain: string): boolean {
  return PASSPORT.test(plain) || NAMED_DOCUMENT.test(plain)
}

// One kind of space and digit, nothing invisible in between; the number sign is #.
function plainly(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/№/g, '#')
    .normalize('NFKC')
    .replace(/[^\S\n]+/g, ' ')
}
