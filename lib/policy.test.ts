import { describe, expect, it } from 'vitest'
import { type Actor, GUEST, mintViewer, type Viewer } from '@/lib/auth/viewer'
import { Forbidden } from '@/lib/errors'
import type { Role } from '@/lib/generated/prisma/enums'
import { ACTIONS, type Action, authorize, can, ON_DUTY, type Subjects } from '@/lib/policy'

const OWN = '00000000-0000-4000-8000-000000000001'
const OTHER = '00000000-0000-4000-8000-000000000002'

function account(
  role: Role,
  {
    suspendedAt = null,
    secondFactor = true,
  }: { suspendedAt?: Date | null; secondFactor?: boolean } = {},
): Viewer {
  const person = {
    id: OWN,
    role,
    verifiedAt: new Date(),
    publicName: 'Марта',
    locale: 'ru',
  } as const
  return mintViewer({ ...person, suspendedAt }, { secondFactor })
}

const WHO = {
  guest: GUEST,
  suspended: account('admin', { suspendedAt: new Date() }),
  volunteer: account('volunteer'),
  trusted: account('trusted'),
  moderator: account('moderator'),
  admin: account('admin'),
  /** Staff on a device that has not shown the second factor. */
  unprovenModerator: account('moderator', { secondFactor: false }),
  unprovenAdmin: account('admin', { secondFactor: false }),
} satisfies Record<string, Viewer>

type Name = keyof typeof WHO

const unproven: Name[] = ['unprovenModerator', 'unprovenAdmin']
const everybody: Name[] = ['volunteer', 'trusted', 'moderator', 'admin', ...unproven]
const staff: Name[] = ['moderator', 'admin']
const admin: Name[] = ['admin']
const nobody: Name[] = []

/** For every action, what it may be done to and exactly who may; a missing action fails. */
const TABLE: { [A in Action]: [what: string, subject: Subjects[A], who: Name[]][] } = {
  'account.export': [
    ['their own', { id: OWN }, everybody],
    ["another's", { id: OTHER }, nobody],
  ],
  'account.erase': [
    ['their own', { id: OWN }, ['volunteer', 'trusted', ...staff]],
    ["another's", { id: OTHER }, nobody],
  ],
  'listing.offer': [['anything', null, everybody]],
  'centre.offerOfficial': [
    ['a help point', { centreKind: 'help_point' }, everybody],
    ['a service centre', { centreKind: 'service_centre' }, staff],
    ['a migration desk', { centreKind: 'migration_desk' }, staff],
  ],
  'listing.change': [
    ['their own', { ownerId: OWN }, everybody],
    ["another's", { ownerId: OTHER }, nobody],
  ],
  'listing.decide': [
    ['their own', { ownerId: OWN }, nobody],
    ["another's", { ownerId: OTHER }, staff],
  ],
  'listing.publishAlone': [['anything', null, admin]],
  'listing.publishAtOnce': [['their own', null, ['trusted']]],
  'request.answer': [
    ['of their own listing', { hostId: OWN }, everybody],
    ["of another's listing", { hostId: OTHER }, nobody],
  ],
  'desk.enter': [['the desk', null, [...staff, ...unproven]]],
  'queue.view': [['the queue', null, staff]],
  'report.handle': [
    ['of their own listing', { ownerId: OWN }, nobody],
    ["of another's listing", { ownerId: OTHER }, staff],
  ],
  'person.view': [['anyone', null, staff]],
  'person.verify': [
    ['themselves', { id: OWN, role: 'volunteer' }, nobody],
    ['a volunteer', { id: OTHER, role: 'volunteer' }, staff],
    ['a trusted volunteer', { id: OTHER, role: 'trusted' }, staff],
    ['a moderator', { id: OTHER, role: 'moderator' }, staff],
    ['an admin', { id: OTHER, role: 'admin' }, staff],
  ],
  'person.suspend': [
    ['themselves', { id: OWN, role: 'volunteer' }, nobody],
    ['a volunteer', { id: OTHER, role: 'volunteer' }, staff],
    ['a trusted volunteer', { id: OTHER, role: 'trusted' }, staff],
    ['a moderator', { id: OTHER, role: 'moderator' }, admin],
    ['an admin', { id: OTHER, role: 'admin' }, admin],
  ],
  'person.changeRole': [
    ['themselves', { id: OWN }, nobody],
    ['anyone else', { id: OTHER }, admin],
  ],
  'person.endSessions': [
    ['themselves', { id: OWN, role: 'volunteer' }, nobody],
    ['a volunteer', { id: OTHER, role: 'volunteer' }, staff],
    ['a moderator', { id: OTHER, role: 'moderator' }, admin],
    ['an admin', { id: OTHER, role: 'admin' }, admin],
  ],
  'person.note': [
    ['themselves', { id: OWN }, nobody],
    ['anyone else', { id: OTHER }, staff],
  ],
  'announcement.write': [['anything', null, staff]],
  'facts.keep': [['crossings and the guide', null, staff]],
  'figures.view': [['all', null, staff]],
  'log.view': [['the log', null, admin]],
  'person.resetSecondFactor': [
    ['themselves', { id: OWN }, nobody],
    ['anyone else', { id: OTHER }, admin],
  ],
  'jobs.view': [['the background work', null, staff]],
  'jobs.retry': [['what failed', null, admin]],
  'centre.edit': [
    ['their own', { ownerId: OWN }, nobody],
    ["another's", { ownerId: OTHER }, staff],
  ],
  'centre.setDays': [
    ['of their own', { ownerId: OWN }, everybody],
    ["of another's", { ownerId: OTHER }, staff],
  ],
  'registry.keep': [['centres and days off', null, staff]],
  'registry.publish': [
    ['what they prepared', { preparedById: OWN }, nobody],
    ['what another prepared', { preparedById: OTHER }, staff],
  ],
}

const rows = Object.entries(TABLE).flatMap(([action, subjects]) =>
  subjects.flatMap(([what, subject, may]) =>
    Object.entries(WHO).map(([name, viewer]) => ({
      name,
      viewer,
      action: action as Action,
      subject: subject as Subjects[Action],
      what,
      verdict: may.includes(name as Name),
    })),
  ),
)

describe('who may do what', () => {
  it.each(rows)('$name, $action, $what: $verdict', ({ viewer, action, subject, verdict }) => {
    expect(can(viewer, action, subject)).toBe(verdict)
    const attempt = () => authorize(viewer, action, subject)
    if (verdict) expect(attempt).not.toThrow()
    else expect(attempt).toThrow(Forbidden)
  })

  it('those on duty are exactly those who may see the queue', () => {
    const may = Object.values(WHO).flatMap((viewer) =>
      viewer.kind === 'account' && can(viewer, 'queue.view', null) ? [viewer.role] : [],
    )
    expect(ON_DUTY).toEqual({ role: { in: may }, suspendedAt: null })
  })

  it('nobody publishes at once before a moderator verified them', () => {
    const person = { id: OWN, role: 'trusted', publicName: 'Анна', locale: 'ru' } as const
    const unverified = mintViewer(
      { ...person, verifiedAt: null, suspendedAt: null },
      { secondFactor: true },
    )
    expect(can(unverified, 'listing.publishAtOnce', null)).toBe(false)
  })

  it('nobody answers a newcomer before a moderator verified them', () => {
    const unverified = mintViewer(
      {
        id: OWN,
        role: 'admin',
        suspendedAt: null,
        verifiedAt: null,
        publicName: 'Марта',
        locale: 'ru',
      },
      { secondFactor: true },
    )
    expect(can(unverified, 'request.answer', { hostId: OWN })).toBe(false)
  })

  it('is answered for every action', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...ACTIONS].sort())
  })

  it('is answered for every role', () => {
    const roles: Role[] = ['volunteer', 'trusted', 'moderator', 'admin']
    const asked = Object.values(WHO).flatMap((viewer) =>
      viewer.kind === 'account' ? [(viewer satisfies Actor).role] : [],
    )
    expect([...new Set(asked)].sort()).toEqual(roles.sort())
  })
})
