import { describe, expect, it } from 'vitest'
import {
  DECISIONS,
  decisionSchema,
  REASONS,
  roleSchema,
  suspensionSchema,
  verificationSchema,
} from '@/lib/moderation/schema'

const id = '00000000-0000-4000-8000-000000000000'
const sent = { listingId: id, version: '1', action: 'reject', reason: 'duplicate', note: '' }

function problems(change: Record<string, unknown>): string[] {
  const { error } = decisionSchema.safeParse({ ...sent, ...change })
  return (error?.issues ?? []).map(({ path }) => String(path[0]))
}

describe('a decision', () => {
  it.each(DECISIONS)('%s takes its own reasons and no other', (action) => {
    const own: readonly string[] = REASONS[action]
    for (const reason of new Set(Object.values(REASONS).flat())) {
      const isFine = own.includes(reason) || action === 'approve'
      expect(problems({ action, reason }).includes('reason')).toBe(!isFine)
    }
  })

  it('needs a reason, except to publish', () => {
    expect(problems({ reason: undefined })).toEqual(['reason'])
    expect(decisionSchema.parse({ ...sent, action: 'approve', reason: undefined }).reason).toBe(
      'fine',
    )
  })

  it('of the moderator’s own words needs those words', () => {
    expect(problems({ reason: 'own_words' })).toEqual(['note'])
    expect(problems({ reason: 'own_words', note: 'Это вторая такая комната.' })).toEqual([])
  })

  it('without a revision is on the listing', () => {
    expect(decisionSchema.parse({ ...sent, revisionId: '' }).revisionId).toBeUndefined()
    expect(decisionSchema.parse({ ...sent, revisionId: id }).revisionId).toBe(id)
  })

  it.each([
    [{ listingId: '1' }, 'listingId'],
    [{ revisionId: 'x' }, 'revisionId'],
    [{ version: '0' }, 'version'],
    [{ version: 'one' }, 'version'],
    [{ action: 'delete' }, 'action'],
    [{ note: 'а'.repeat(1001) }, 'note'],
    [{ note: 'ИИН 900101300123' }, 'note'],
    [{ note: '<b>' }, 'note'],
  ])('%j is refused', (change, field) => {
    expect(problems(change)).toContain(field)
  })
})

describe('people', () => {
  it('are verified in a way that is known, suspended for a reason, given a role that exists', () => {
    expect(verificationSchema.safeParse({ accountId: id, how: 'trust_me' }).success).toBe(false)
    const suspension = { accountId: id, reason: 'asked_for_money', note: '' }
    expect(suspensionSchema.safeParse(suspension).success).toBe(true)
    expect(suspensionSchema.safeParse({ ...suspension, reason: 'а' }).success).toBe(false)
    expect(suspensionSchema.safeParse({ ...suspension, note: 'а'.repeat(501) }).success).toBe(false)
    expect(roleSchema.safeParse({ accountId: id, role: 'owner' }).success).toBe(false)
    expect(roleSchema.safeParse({ accountId: id, role: 'trusted' }).success).toBe(true)
  })
})
