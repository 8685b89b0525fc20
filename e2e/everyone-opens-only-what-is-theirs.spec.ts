import type { Page } from '@playwright/test'
import { sources } from '@/lib/testing/sources'
import { expect, test } from './support/fixtures'
import { offered, published } from './support/listings'
import { enrol, type Person, verified } from './support/people'
import { preparedImports } from './support/registry'
import { reported } from './support/reports'
import { asked, openPage } from './support/requests'

const ROLES = ['guest', 'suspended', 'owner', 'other', 'trusted', 'moderator', 'admin'] as const
type Role = (typeof ROLES)[number]

/** What a page answers: itself, the way to sign in, the way elsewhere, or that there is none. */
type Answer = 200 | 'sign-in' | 'elsewhere' | 404

/** Who may open a page, and what the others get. Whoever is suspended is a guest. */
const AUDIENCES = {
  everyone: () => 200,
  /** Behind a private link, which nobody here has open but the owner of the request. */
  asker: (role) => (role === 'owner' ? 200 : 'elsewhere'),
  /** Behind a code that was asked for by mail. */
  challenged: () => 'sign-in',
  account: (role) => (isOut(role) ? 'sign-in' : 200),
  /** Who has not read the duties of their kind is led there first; here only the owner has. */
  ready: (role) => (isOut(role) ? 'sign-in' : role === 'owner' ? 200 : 'elsewhere'),
  owner: (role) => (isOut(role) ? 'sign-in' : role === 'owner' ? 200 : 404),
  staff: (role) => (isOut(role) ? 'sign-in' : isStaff(role) ? 200 : 404),
  /** Staff who have shown their second factor are led on. */
  unproven: (role) => (isOut(role) ? 'sign-in' : isStaff(role) ? 'elsewhere' : 404),
  admin: (role) => (isOut(role) ? 'sign-in' : role === 'admin' ? 200 : 404),
  nobody: () => 404,
} satisfies Record<string, (role: Role) => Answer>

const isOut = (role: Role) => role === 'guest' || role === 'suspended'
const isStaff = (role: Role) => role === 'moderator' || role === 'admin'

/** Every page and handler of app/, and for whom it is. One that is missing here fails. */
const FOR: Record<string, keyof typeof AUDIENCES> = {
  '': 'everyone',
  '/[city]': 'everyone',
  '/[city]/[kinds]/[id]/tell': 'everyone',
  '/[city]/centres': 'everyone',
  '/[city]/centres/[id]': 'everyone',
  '/[city]/housing': 'everyone',
  '/[city]/housing/[id]': 'everyone',
  '/[city]/housing/[id]/ask': 'everyone',
  '/[city]/pack': 'everyone',
  '/[city]/pack/file': 'everyone',
  '/[city]/rides': 'everyone',
  '/[city]/rides/[id]': 'everyone',
  '/[city]/rides/[id]/ask': 'everyone',
  '/about': 'everyone',
  '/centres': 'everyone',
  '/crossings': 'everyone',
  '/errors/[status]': 'nobody',
  '/figures.csv': 'everyone',
  '/guide': 'everyone',
  '/guide/[topic]': 'everyone',
  '/housing': 'everyone',
  '/keep': 'everyone',
  '/mailbox': 'everyone',
  '/my': 'account',
  '/my/[kinds]/duties': 'account',
  '/my/[kinds]/new': 'ready',
  '/my/listings/[id]': 'owner',
  '/my/listings/[id]/days': 'owner',
  '/my/listings/[id]/edit': 'owner',
  '/my/listings/[id]/withdraw': 'owner',
  '/my/new': 'account',
  '/my/past': 'account',
  '/my/profile': 'account',
  '/my/profile/data': 'account',
  '/my/profile/erase': 'account',
  '/my/requests': 'account',
  '/my/requests/[id]': 'owner',
  '/my/requests/[id]/[deed]': 'owner',
  '/my/requests/[id]/wrong': 'owner',
  '/plan': 'everyone',
  '/privacy': 'everyone',
  '/request': 'everyone',
  '/request/[token]': 'everyone',
  '/request/cancel/[id]': 'asker',
  '/request/code': 'asker',
  '/request/erase': 'asker',
  '/request/write/[id]': 'asker',
  '/request/wrong/[id]': 'asker',
  '/rides': 'everyone',
  '/search': 'everyone',
  '/sign-in': 'everyone',
  '/sign-in/code': 'challenged',
  '/sign-in/link': 'everyone',
  '/staff': 'staff',
  '/staff/announcements': 'staff',
  '/staff/centres': 'staff',
  '/staff/centres/[id]': 'staff',
  '/staff/centres/export': 'staff',
  '/staff/centres/holidays': 'staff',
  '/staff/centres/import': 'staff',
  '/staff/centres/imports/[id]': 'staff',
  '/staff/centres/new': 'staff',
  '/staff/facts': 'staff',
  '/staff/facts/places/[id]': 'staff',
  '/staff/figures': 'staff',
  '/staff/guide': 'staff',
  '/staff/guide/[topic]/[name]': 'staff',
  '/staff/jobs': 'staff',
  '/staff/listings/[id]': 'staff',
  '/staff/log': 'admin',
  '/staff/people': 'staff',
  '/staff/people/[id]': 'staff',
  '/staff/people/[id]/suspend': 'staff',
  '/staff/reports/[id]': 'staff',
  '/staff/second-factor': 'unproven',
  '/staff/second-factor/set': 'staff',
  '/transparency': 'everyone',
  '/true': 'everyone',
  '/true/[token]': 'everyone',
}

/** `/my/listings/[id]` of `app/[locale]/(volunteer)/my/listings/[id]/page.tsx`. */
const patterns = sources('app')
  .filter(({ path }) => /\/(?:page\.tsx|route\.ts)$/.test(path))
  .map(({ path }) =>
    path
      .replace(/^app(?:\/\[locale\])?|\/(?:page\.tsx|route\.ts)$/g, '')
      .replace(/\/\([^)]+\)/g, ''),
  )

test('every page and handler is in the table, and nothing else', () => {
  expect(Object.keys(FOR).sort()).toEqual(patterns.sort())
})

test('each is opened by those it is for, and by nobody else', async ({ as }) => {
  test.setTimeout(120_000)
  const { owner, paths } = await everyPath()
  for (const role of ROLES) {
    const page = await browserOf(role, owner, as)
    if (role === 'owner') await openPage(page.context(), paths.token)
    const wanted: Record<string, unknown> = {}
    const found: Record<string, unknown> = {}
    for (const [pattern, audience] of Object.entries(FOR)) {
      wanted[pattern] = AUDIENCES[audience](role)
      found[pattern] = await answerOf(page, paths.of(pattern))
    }
    expect(found, role).toEqual(wanted)
  }
})

/** What stands for each placeholder: things of one volunteer, whom others have no business with. */
async function everyPath() {
  const owner = await enrol(await verified())
  const ride = await published(owner, 'ride')
  const home = await published(owner, 'housing')
  const centre = await published(owner, 'centre')
  const waiting = await offered(owner, 'ride')
  const { requestId, token } = await asked(ride)
  const report = await reported(centre)
  const [file] = await preparedImports()
  const stranger = await enrol(await verified())
  const ids: [RegExp, string][] = [
    [/\/rides\/\[id\]/, `/rides/${ride}`],
    [/\/housing\/\[id\]/, `/housing/${home}`],
    [/\/centres\/\[id\]/, `/centres/${centre}`],
    [/\/\[kinds\]\/\[id\]/, `/centres/${centre}`],
    [/\/listings\/\[id\]\/days/, `/listings/${centre}/days`],
    [/\/listings\/\[id\]/, `/listings/${waiting}`],
    [/\/staff\/centres\/imports\/\[id\]/, `${file}`],
    [/\/reports\/\[id\]/, `/reports/${report}`],
    [/\/places\/\[id\]/, '/places/crossing-taskala'],
    [/\/people\/\[id\]/, `/people/${stranger.id}`],
    [/\/\[id\]/, `/${requestId}`],
    [/\[city\]/, 'uralsk'],
    [/\[kinds\]/, 'rides'],
    [/\[topic\]/, 'iin'],
    [/\[name\]/, 'needed'],
    [/\[name\]/, 'passport'],
    [/\[deed\]/, 'decline'],
    [/\[token\]/, token],
    [/\[status\]/, '404'],
  ]
  const isBare = (pattern: string) => /^\/figures/.test(pattern)
  const of = (pattern: string) =>
    ids.reduce(
      (path, [placeholder, value]) => path.replace(placeholder, value),
      isBare(pattern) ? pattern : `/ru${pattern}`,
    )
  return { owner, paths: { of, token } }
}

type As = (person: Person | 'guest') => Promise<Page>

async function browserOf(role: Role, owner: Person, as: As): Promise<Page> {
  if (role === 'guest') return as('guest')
  if (role === 'owner') return as(owner)
  const state = await verified()
  if (role === 'other') return as(await enrol(state))
  if (role === 'suspended') {
    const { verifiedById } = state
    const suspension = { suspendedAt: new Date(), suspendedById: verifiedById }
    return as(await enrol({ ...state, ...suspension, suspensionReason: 'rules' }))
  }
  return as(await enrol({ ...state, role }))
}

/** Without following a way elsewhere, so that where it leads is seen. */
async function answerOf(page: Page, path: string): Promise<Answer | number> {
  const answer = await page.request.get(path, { maxRedirects: 0 })
  const to = answer.headers().location
  if (!to) return answer.status()
  return /^\/ru\/sign-in/.test(new URL(to, answer.url()).pathname) ? 'sign-in' : 'elsewhere'
}
