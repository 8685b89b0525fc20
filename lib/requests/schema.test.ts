import { describe, expect, it } from 'vitest'
import { askSchema, codeSchema, signFormTime } from '@/lib/requests/schema'
import { sentAsk } from '@/lib/testing/requests'

const LISTING = '00000000-0000-4000-8000-000000000001'
const NOW = new Date('2026-11-22T12:00:00Z')
const ago = (ms: number) => signFormTime(new Date(NOW.getTime() - ms))

function problems(change: Record<string, unknown>): string[] {
  const sent = sentAsk(LISTING, { askedAt: ago(60_000), ...change })
  const parsed = askSchema(NOW).safeParse(sent)
  return (parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])}:${message}`)
}

describe('the form of a request', () => {
  it('is read as it is meant', () => {
    const askedAt = ago(60_000)
    const sent = sentAsk(LISTING, { adults: '2', name: ' Ира  К ', line: '', token: '', askedAt })
    expect(askSchema(NOW).parse(sent)).toEqual({
      listingId: LISTING,
      adults: 2,
      children: 0,
      name: 'Ира К',
      text: '',
      womenOnly: false,
      askedAt,
    })
  })

  it.each([
    [{ adults: '0' }, 'adults:out_of_range'],
    [{ adults: '10 000' }, 'adults:out_of_range'],
    [{ adults: '1e3' }, 'adults:not_a_number'],
    [{ adults: '12', children: '9' }, 'children:party_too_large'],
    [{ text: 'x'.repeat(1001) }, 'text:too_long'],
    [{ text: 'мой ИИН 900101300123' }, 'text:has_iin'],
    [{ text: 'пишите: паспорт N1234567' }, 'text:has_iin'],
    [{ text: '<script>alert(1)</script>' }, 'text:has_markup'],
    [{ text: 'а\u202Eб' }, 'text:has_control'],
    [{ name: '900101300123' }, 'name:has_iin'],
    [{ name: 'Ы'.repeat(41) }, 'name:too_long'],
    [{ line: 'always' }, 'line:unknown_choice'],
    [{ from: '2026-11-25' }, 'to:required'],
    [{ from: '2026-11-25', to: '2026-11-25' }, 'to:leaves_before_night'],
    [{ token: 'short' }, 'token:unknown_choice'],
    [{ listingId: 'x' }, 'listingId:unknown_choice'],
  ])('refuses %o', (change, problem) => {
    expect(problems(change)).toEqual([problem])
  })

  it.each([
    ['sent within three seconds', ago(2_999), 'form_too_fast'],
    ['open for more than a day', ago(86_400_001), 'form_too_old'],
    ['from the future', ago(-5_000), 'form_too_fast'],
    ['with a time of their own', `${NOW.getTime() - 60_000}.x`, 'form_too_old'],
    ['with another time than was signed', ago(60_000).replace(/^\d/, '9'), 'form_too_old'],
    ['without a time', '', 'form_too_old'],
    ['with nonsense for a time', 'x'.repeat(500), 'form_too_old'],
  ])('asks again for one %s', (_what, askedAt, problem) => {
    expect(problems({ askedAt })).toEqual([`askedAt:${problem}`])
  })

  it.each([ago(3_000), ago(86_400_000)])(
    'takes one that is neither too young nor too old',
    (askedAt) => {
      expect(problems({ askedAt })).toEqual([])
    },
  )
})

describe('the code of a page', () => {
  it.each(['123456789', '123 456 789', ' 123-456-789 ', '123\u00a0456\u00a0789'])(
    'is nine digits, however they are grouped: %s',
    (code) => {
      expect(codeSchema.parse({ code })).toEqual({ code: '123456789' })
    },
  )

  it.each(['12345678', '1234567890', 'abcdefghi', '１２３４５６７８９'])('is not %s', (code) => {
    expect(codeSchema.safeParse({ code }).success).toBe(false)
  })
})
