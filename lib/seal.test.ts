import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { hashEmail, keyedHash, normaliseEmail, type SealContext, seal, unseal } from '@/lib/seal'

const CONTEXTS: SealContext[] = [
  'account.email',
  'sign_in_code.email',
  'ride.meeting',
  'housing.address',
  'centre.address',
  'revision.sealed',
]
const SHAPE = /^k[0-9]+\.[A-Za-z0-9_-]{38,}$/
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')

/** The same module in a process whose SEAL_KEYS are these. */
async function withKeys(keys: string): Promise<typeof import('@/lib/seal')> {
  vi.resetModules()
  vi.stubEnv('SEAL_KEYS', keys)
  return import('@/lib/seal')
}

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

describe('seal', () => {
  it('gives back every text, in a shape the database accepts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...CONTEXTS), (text, where) => {
        const sealed = seal(text, where)
        expect(sealed).toMatch(SHAPE)
        expect(unseal(sealed, where)).toBe(text)
      }),
    )
  })

  it('never seals the same text alike', () => {
    const sealed = Array.from({ length: 50 }, () => seal('а', 'ride.meeting'))
    expect(new Set(sealed).size).toBe(50)
  })

  it('does not show the text', () => {
    const sealed = seal('marta@example.org', 'account.email')
    const bytes = Buffer.from(sealed.split('.')[1] ?? '', 'base64url')
    expect(bytes.toString('latin1')).not.toContain('marta')
  })

  it('does not open in another column', () => {
    for (const from of CONTEXTS) {
      for (const to of CONTEXTS.filter((context) => context !== from)) {
        expect(() => unseal(seal('а', from), to)).toThrow()
      }
    }
  })

  it('does not open when a single bit was changed', () => {
    const sealed = seal('Улица и дом', 'housing.address')
    const bytes = Buffer.from(sealed.slice(3), 'base64url')
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const altered = Buffer.from(bytes)
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(() => unseal(`k1.${altered.toString('base64url')}`, 'housing.address')).toThrow()
      }),
    )
  })

  it.each(['', 'k1', 'k1.', 'k9.AAAA', 'plain text', `k1.${'A'.repeat(38)}`])(
    'does not open %j',
    (sealed) => {
      expect(() => unseal(sealed, 'account.email')).toThrow()
    },
  )
})

describe('a new key', () => {
  it('seals what is new and still opens what is old, until the old key goes', async () => {
    const old = seal('а', 'ride.meeting')
    const rotated = await withKeys(`k2:${key(7)},k1:${key(1)}`)
    const fresh = rotated.seal('б', 'ride.meeting')
    expect(fresh).toMatch(/^k2\./)
    expect(rotated.unseal(old, 'ride.meeting')).toBe('а')

    const after = await withKeys(`k2:${key(7)}`)
    expect(after.unseal(fresh, 'ride.meeting')).toBe('б')
    expect(() => after.unseal(old, 'ride.meeting')).toThrow('k1')
  })

  it('does not open what another key of the same name sealed', async () => {
    const old = seal('а', 'ride.meeting')
    const { unseal: open } = await withKeys(`k1:${key(9)}`)
    expect(() => open(old, 'ride.meeting')).toThrow()
  })
})

describe('hashEmail', () => {
  it('is the same however the address was typed', () => {
    expect(hashEmail('  Marta@Example.ORG ')).toBe(hashEmail('marta@example.org'))
    expect(normaliseEmail('И\u0306ван@пример.рф')).toBe('йван@пример.рф')
  })

  it('differs by address, purpose and key', async () => {
    const hashes = [
      hashEmail('marta@example.org'),
      hashEmail('timur@example.org'),
      keyedHash('other', 'marta@example.org'),
    ]
    vi.stubEnv('HASH_KEY', key(9))
    const other = await withKeys(`k1:${key(1)}`)
    hashes.push(other.hashEmail('marta@example.org'))
    expect(new Set(hashes).size).toBe(4)
  })

  it('keeps purpose and value apart', () => {
    expect(keyedHash('a', 'bc')).not.toBe(keyedHash('ab', 'c'))
  })
})
