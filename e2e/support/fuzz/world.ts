import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { db } from '@/lib/db'
import { acceptRequest } from '@/lib/requests/commands'
import { hashToken } from '@/lib/seal'
import { actorOf } from '@/lib/testing/cast'
import { offered, published } from '../listings'
import { enrol, ready, verified } from '../people'
import { reported } from '../reports'
import { asked } from '../requests'
import { type Form, formsOf } from './forms'

const ROOT = resolve(import.meta.dirname, '../../..')

/** What requests can be about, and who sends them: everything here may be broken by them. */
export interface World {
  port: number
  origin: string
  /** Cookies: of a guest, a private page, a volunteer, a moderator, an admin. */
  cookies: string[]
  ids: string[]
  tokens: string[]
  /** Pages with forms, and those forms as they were sent to these people. */
  forms: Form[]
  /** The ids of all server actions of the build. */
  actions: string[]
}

/** Makes people, listings, requests and a report anew, and reads the forms of their pages. */
export async function createWorld(port: number, origin: string): Promise<World> {
  const author = await ready()
  await db.account.update({ where: { id: author.id }, data: await verified() })
  const volunteer = await enrol(await verified())
  const moderator = await enrol({ ...(await verified()), role: 'moderator' })
  const admin = await enrol({ ...(await verified()), role: 'admin' })
  const ride = await published(author, 'ride', { seats: 6 })
  const home = await published(author, 'housing')
  const centre = await published(author, 'centre')
  const waiting = await offered(volunteer, 'ride')
  const { requestId, token } = await asked(ride, { text: 'Нас двое.', name: 'Ая' })
  await acceptRequest(await actorOf(author.id), requestId)
  const other = await asked(ride, { text: 'Едем к родным.' })
  const report = await reported(home)
  const ids = [ride, home, centre, waiting, requestId, other.requestId, report]
  const people = [author.id, volunteer.id, moderator.id, admin.id]
  const cookies = [
    '',
    `qadam.request=${token}`,
    await sessionOf(author.id),
    await sessionOf(moderator.id),
    await sessionOf(admin.id),
  ]
  const [, ofAsker = '', ofAuthor = '', ofModerator = '', ofAdmin = ''] = cookies
  const pages: [string, string[]][] = [
    ['', ['/sign-in', `/uralsk/rides/${ride}/ask`, `/uralsk/housing/${home}/ask`]],
    ['', [ride].map((id) => `/uralsk/rides/${id}/tell`)],
    ['', [`/uralsk/centres/${centre}/tell`, '/request/code', `/request/${token}`]],
    [ofAsker, ['/request', '/request/erase', `/request/write/${requestId}`]],
    [ofAsker, [`/request/cancel/${requestId}`, `/request/wrong/${requestId}`]],
    [ofAuthor, ['/my', '/my/profile', '/my/rides/new', '/my/housing/new', '/my/centres/new']],
    [
      ofAuthor,
      ['/my/rides/duties', `/my/requests/${requestId}`, `/my/requests/${other.requestId}`],
    ],
    [ofAuthor, ['', '/edit', '/withdraw'].map((end) => `/my/listings/${ride}${end}`)],
    [ofAuthor, [`/my/requests/${requestId}/wrong`, `/my/requests/${requestId}/erase`]],
    [ofModerator, ['/staff', `/staff/listings/${waiting}`, `/staff/listings/${ride}`]],
    [ofModerator, [`/staff/reports/${report}`, `/staff/people/${volunteer.id}`]],
    [ofModerator, ['/staff/announcements', `/staff/people/${volunteer.id}/suspend`]],
    [ofAdmin, ['/staff/second-factor', '/staff/second-factor/set', '/staff/jobs']],
    [ofAdmin, [`/staff/people/${volunteer.id}`]],
  ]
  const forms: Form[] = []
  for (const [cookie, paths] of pages) {
    for (const path of paths) forms.push(...(await formsOf(origin, `/ru${path}`, cookie)))
  }
  const world = { port, origin, cookies, tokens: [token, other.token], forms }
  return { ...world, ids: [...ids, ...people], actions: actionIds() }
}

async function sessionOf(accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hour = new Date(Date.now() + 3_600_000)
  const data = {
    tokenHash: hashToken(token),
    expiresAt: hour,
    secondFactorAt: new Date(),
    accountId,
  }
  await db.session.create({ data })
  return `next-auth.session-token=${token}`
}

function actionIds(): string[] {
  const dist = join(ROOT, process.env.QADAM_DIST_DIR ?? '.next-test')
  const file = join(dist, 'server', 'server-reference-manifest.json')
  return Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { node: object }).node)
}
