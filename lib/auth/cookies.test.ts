import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
})

/** The rules of cookies on a site with that address. */
async function at(publicUrl: string) {
  vi.resetModules()
  vi.stubEnv('PUBLIC_URL', publicUrl)
  vi.stubEnv('QADAM_EMBEDDED', '')
  delete process.env.QADAM_EMBEDDED
  return import('./cookies')
}

describe('our cookies', () => {
  it('under https belong to this host alone and go nowhere without it', async () => {
    const { cookieRules, goneCookie, ownCookie, sessionCookieName } =
      await at('https://qadam.example')
    const rules = { httpOnly: true, sameSite: 'lax', secure: true, path: '/' }
    expect(cookieRules()).toEqual(rules)
    expect(ownCookie('qadam.request')).toBe('__Host-qadam.request')
    expect(sessionCookieName()).toBe('__Host-next-auth.session-token')
    // A browser keeps a `__Host-` cookie that is taken back by any other rules.
    expect(goneCookie()).toEqual({ ...rules, maxAge: 0 })
  })

  it('on one’s own computer have no https to ask for', async () => {
    const { cookieRules, ownCookie } = await at('http://localhost:3000')
    expect(cookieRules()).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: false })
    expect(ownCookie('qadam.request')).toBe('qadam.request')
  })
})
