import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeReturn } from '@/lib/auth/session'
import { GUEST, mintViewer } from '@/lib/auth/viewer'

describe('safeReturn', () => {
  it.each(['/ru/my', '/kk/my/rides/new', '/en/staff', '/ru/staff/listings/0198c0de-0000'])(
    '%s is a path of ours',
    (path) => {
      expect(safeReturn(path, 'kk')).toBe(path)
    },
  )

  it.each([
    undefined,
    '',
    'https://example.org',
    '//example.org/my',
    '/ru/../my',
    '/ru/my?next=//example.org',
    '/ru/my/..\\example.org',
    '/ru/my/%2e%2e',
    '/de/my',
    '/ru/mymy',
    '/ru/sign-in',
    'javascript:alert(1)',
    '/ru/my\nSet-Cookie: a=b',
    ' /ru/my',
  ])('%j becomes My listings', (path) => {
    expect(safeReturn(path, 'kk')).toBe('/kk/my')
  })

  it('never leaves this site, whatever it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        const { origin } = new URL(safeReturn(`/ru/my${path}`, 'ru'), 'https://qadam.example')
        expect(origin).toBe('https://qadam.example')
        expect(new URL(safeReturn(path, 'ru'), 'https://qadam.example').origin).toBe(origin)
      }),
    )
  })
})

describe('mintViewer', () => {
  const row = {
    id: '00000000-0000-4000-8000-000000000001',
    role: 'admin' as const,
    verifiedAt: null,
    suspendedAt: null,
    publicName: 'Дана',
    locale: 'ru' as const,
  }
  const bare = { secondFactor: false }

  it('makes an actor of an account, with nothing more than is needed', () => {
    expect(mintViewer({ ...row, emailSealed: 'k1.x' } as typeof row, bare)).toEqual({
      kind: 'account',
      id: row.id,
      role: 'admin',
      verified: false,
      publicName: 'Дана',
      locale: 'ru',
      secondFactor: false,
    })
    expect(mintViewer({ ...row, verifiedAt: new Date() }, bare)).toMatchObject({ verified: true })
  })

  it('makes a guest of someone suspended, whatever their role', () => {
    expect(mintViewer({ ...row, suspendedAt: new Date() }, { secondFactor: true })).toBe(GUEST)
  })
})
