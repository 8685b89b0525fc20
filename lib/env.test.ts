import { describe, expect, it } from 'vitest'
import { readSettings } from '@/lib/env'
import { testSettings } from '@/lib/testing/settings'

const { QADAM_EMBEDDED: _, NEXTAUTH_URL: __, ...declared } = testSettings
const complete = {
  ...declared,
  DATABASE_URL: 'postgresql://qadam:word@db.example:5432/qadam',
  PUBLIC_URL: 'https://qadam.example',
  MAILBOX_DIR: '/somewhere',
  TRUSTED_PROXY: '127.0.0.1,10.0.0.0/8,::1',
}
const optional = ['MAILBOX_DIR', 'TRUSTED_PROXY', 'QADAM_UNDO_SECONDS']
const required = Object.keys(complete).filter((name) => !optional.includes(name))

/** What the start says when these settings differ from complete ones. */
function refusal(change: Record<string, string | undefined>): string {
  try {
    readSettings({ ...complete, ...change })
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return ''
}

describe('complete settings', () => {
  it('are read, the public address without path or slash', () => {
    const settings = readSettings({ ...complete, PUBLIC_URL: 'https://qadam.example/ru/' })
    expect(settings).toMatchObject({ publicUrl: 'https://qadam.example', embedded: false })
  })

  it('have no samples and no mailbox page with a database of one’s own', () => {
    expect(readSettings(complete).mailboxDir).toBeUndefined()
  })

  it('trust no proxy that was not named', () => {
    expect(readSettings(complete).trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', '::1'])
    const { TRUSTED_PROXY: _, ...alone } = complete
    expect(readSettings(alone).trustedProxies).toEqual([])
  })

  it('leave the background work to a process of its own where that is said', () => {
    expect(readSettings(complete).separateWorker).toBe(false)
    expect(readSettings({ ...complete, QADAM_WORKER: 'separate' }).separateWorker).toBe(true)
  })

  it('take several seal keys', () => {
    const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
    expect(refusal({ SEAL_KEYS: `k2:${key(2)},k1:${key(1)}` })).toBe('')
  })
})

describe('a setting that is missing', () => {
  it.each(required)('%s is named with what is expected', (name) => {
    for (const value of [undefined, '']) {
      expect(refusal({ [name]: value })).toMatch(
        new RegExp(`^  ${name}: missing; expected .+`, 'm'),
      )
    }
  })

  it('is named together with all others, each once', () => {
    const message = refusal(Object.fromEntries(required.map((name) => [name, undefined])))
    for (const name of required) expect(message.split(`  ${name}: `)).toHaveLength(2)
  })
})

describe('a setting that is wrong', () => {
  it.each([
    ['DATABASE_URL', 'mysql://secret-value@host/db'],
    ['PUBLIC_URL', 'secret-value'],
    ['PUBLIC_URL', 'javascript:secret-value'],
    ['NEXTAUTH_SECRET', 'secret-value'],
    ['SEAL_KEYS', 'secret-value'],
    ['SEAL_KEYS', `k1:${Buffer.from('secret-value').toString('base64')}`],
    ['SEAL_KEYS', `one:${Buffer.alloc(32).toString('base64')}`],
    ['HASH_KEY', 'secret-value'],
    ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'secret-value'],
    ['SMTP_URL', 'http://secret-value'],
    ['MAIL_FROM', '.'],
    ['OPERATOR_NAME', '.'],
    ['OPERATOR_CONTACT', '.'],
    ['QADAM_WORKER', 'secret-value'],
    ['TRUSTED_PROXY', 'secret-value'],
    ['TRUSTED_PROXY', '192.0.2.0/33'],
    ['TRUSTED_PROXY', '192.0.2.0/8/8'],
    ['TRUSTED_PROXY', '192.0.2.1,'],
    ['QADAM_EMBEDDED', 'secret-value'],
  ])('%s is named, its value never repeated', (name, value) => {
    const message = refusal({ [name]: value })
    expect(message).toMatch(new RegExp(`^  ${name}: `, 'm'))
    expect(message).not.toContain('secret-value')
    expect(message).not.toContain(value.slice(3) || 'nothing')
  })
})

describe('the embedded database', () => {
  const local = {
    QADAM_EMBEDDED: '1',
    DATABASE_URL: 'postgresql://127.0.0.1:5433/qadam',
    PUBLIC_URL: 'http://localhost:3000',
  }

  it.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
    'is for %s',
    (PUBLIC_URL) => {
      expect(refusal({ ...local, PUBLIC_URL })).toBe('')
    },
  )

  it.each([
    { PUBLIC_URL: 'https://qadam.example' },
    { PUBLIC_URL: 'http://127.example.org' },
    { PUBLIC_URL: 'http://localhost.example.org' },
    { DATABASE_URL: 'postgresql://db.example:5432/qadam' },
  ])('is not for %j', (change) => {
    expect(refusal({ ...local, ...change })).toMatch(/loopback/)
  })

  it('has no worker of its own', () => {
    expect(refusal({ ...complete, ...local, QADAM_WORKER: 'separate' })).toMatch(/^QADAM_WORKER/)
  })

  it('has a mailbox page', () => {
    expect(readSettings({ ...complete, ...local }).mailboxDir).toBe('/somewhere')
  })
})
