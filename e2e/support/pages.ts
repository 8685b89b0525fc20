import { db } from '@/lib/db'
import { TOPIC_NAMES } from '@/lib/guide/topics'
import { CITY_SLUGS } from '@/lib/places/cities'
import { acceptRequest } from '@/lib/requests/commands'
import { actorOf } from '@/lib/testing/cast'
import { day } from '@/lib/testing/homes'
import { offered, published } from './listings'
import { enrol, type Person, ready, verified } from './people'
import { preparedImports } from './registry'
import { reported, said, waited } from './reports'
import { asked } from './requests'

/** Pages of newcomers, without the language, with a listing of each kind that is published. */
export async function newcomerPages(): Promise<string[]> {
  const author = await enrol(await verified())
  const ride = await published(author, 'ride')
  const home = await published(author, 'housing')
  const centre = await published(author, 'centre')
  await said(centre, 'true', 3)
  await said(home, 'full', 3)
  await waited(centre, 30, 60, 60)
  const lists = ['rides', 'housing', 'centres']
  return [
    '',
    '/about',
    '/privacy',
    ...lists.map((list) => `/${list}`),
    ...CITY_SLUGS.map((city) => `/${city}`),
    ...lists.map((list) => `/uralsk/${list}`),
    '/almaty/rides?people=50',
    '/almaty/housing?people=60',
    '/uralsk/centres?service=digital_signature&open=now',
    '/guide',
    ...TOPIC_NAMES.map((topic) => `/guide/${topic}`),
    '/transparency',
    '/centres?sort=newest',
    '/crossings',
    '/plan',
    '/keep',
    '/search',
    '/search?q=комната',
    '/search?q=кравать&kind=housing',
    '/search?q=концерт',
    '/housing?q=пианино&sort=newest',
    '/rides?sort=nearest&near=51.23,51.37',
    '/uralsk/pack',
    `/plan?from=crossing-taskala&city=uralsk&date=${day(9)}&time=12:00&adults=2&pets=1&ride=1&bed=1`,
    '/plan?from=crossing-nowhere&city=oral&date=9999-12-31&time=25:00&adults=10000&nights=0',
    `/uralsk/rides/${ride}`,
    `/uralsk/housing/${home}`,
    `/uralsk/centres/${centre}`,
    `/uralsk/centres/${centre}/tell`,
    `/uralsk/rides/${ride}/tell?sent=unsafe`,
    `/uralsk/housing/${home}/tell?sent=full`,
    '/nowhere',
  ]
}

/** Pages behind a private link, with requests that stand differently, and the forms that lead there. */
export async function privatePages(): Promise<{ token: string; pages: string[] }> {
  const author = await enrol(await verified())
  const ride = await published(author, 'ride', { womenOnRequest: true, seats: 6 })
  const home = await published(author, 'housing', { suits: ['womenOnRequest'] })
  const party = { adults: '2', children: '3', womenOnly: 'on' }
  const { requestId, token } = await asked(ride, {
    ...party,
    text: 'Едем к родным.',
    name: 'Семья',
  })
  await acceptRequest(await actorOf(author.id), requestId)
  const nights = { from: day(1), to: day(3) }
  const waiting = await asked(home, { ...nights, text: 'На две ночи.', line: 'offer' }, token)
  const pages = [
    '/request',
    '/request/code',
    '/request/erase',
    `/request/write/${requestId}`,
    `/request/cancel/${waiting.requestId}`,
    `/request/wrong/${requestId}`,
    `/request/${token}`,
    `/uralsk/rides/${ride}/ask`,
    `/uralsk/housing/${home}/ask`,
  ]
  return { token, pages }
}

/** The ids of the samples: they stay while other specs withdraw their listings. */
export async function sampleListings(): Promise<string[]> {
  const samples = await db.listing.findMany({ where: { sample: true }, select: { id: true } })
  return samples.map(({ id }) => id)
}

/** A volunteer with listings in several states, and the pages that are theirs. */
export async function volunteerPages(): Promise<{ author: Person; pages: string[] }> {
  const author = await enrol(await verified())
  const waiting = await offered(author, 'housing')
  const shown = await published(author, 'ride')
  const centre = await published(author, 'centre')
  const { requestId } = await asked(shown, { text: 'Нас двое.', name: 'Ая' })
  const pages = [
    '/my',
    '/my/past',
    '/my/profile',
    '/my/profile/erase',
    '/my/new',
    '/my/rides/duties',
    '/my/housing/duties',
    '/my/rides/new',
    '/my/housing/new',
    '/my/centres/new',
    `/my/listings/${shown}`,
    `/my/listings/${waiting}`,
    `/my/listings/${shown}/edit`,
    `/my/listings/${centre}/days`,
    `/my/listings/${shown}/withdraw`,
    '/my/requests',
    `/my/requests/${requestId}`,
    `/my/requests/${requestId}/wrong`,
    '/mailbox',
  ]
  return { author, pages }
}

/** Pages of the staff: a case that waits, one that is published, a person. */
export async function staffPages(): Promise<string[]> {
  const author = await ready()
  const waiting = await offered(author, 'ride')
  const shown = await published(await enrol(await verified()), 'centre')
  return [
    '/staff',
    '/staff?done=approve',
    '/staff/people',
    '/staff/jobs',
    '/staff/announcements',
    '/staff/facts',
    '/staff/facts/places/crossing-taskala',
    '/staff/guide',
    '/staff/guide/iin/passport',
    '/staff/guide/sim/operator',
    '/staff/figures',
    '/staff/log',
    '/staff/second-factor',
    `/staff/listings/${waiting}`,
    `/staff/listings/${shown}`,
    `/staff/reports/${await reported(shown)}`,
    `/staff/people/${author.id}`,
    `/staff/people/${author.id}/suspend`,
    '/staff/centres',
    '/staff/centres?city=almaty&kind=migration_desk',
    '/staff/centres/new',
    '/staff/centres/import',
    '/staff/centres/holidays',
    `/staff/centres/${shown}`,
    ...(await preparedImports()),
  ]
}

/** Pages that lead to signing in. */
export const SIGN_IN_PAGES = ['/sign-in', '/sign-in?erased=1', '/sign-in/link?token=a']
