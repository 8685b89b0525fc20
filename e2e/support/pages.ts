import { db } from '@/lib/db'
import { CITY_SLUGS } from '@/lib/places/cities'
import { offered, published } from './listings'
import { enrol, type Person, ready, verified } from './people'

/** Pages of newcomers, without the language, with a listing of each kind that is published. */
export async function newcomerPages(): Promise<string[]> {
  const author = await enrol(await verified())
  const ride = await published(author, 'ride')
  const home = await published(author, 'housing')
  const centre = await published(author, 'centre')
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
    `/uralsk/rides/${ride}`,
    `/uralsk/housing/${home}`,
    `/uralsk/centres/${centre}`,
    '/nowhere',
  ]
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
  await published(author, 'centre')
  const pages = [
    '/my',
    '/my/past',
    '/my/profile',
    '/my/new',
    '/my/rides/duties',
    '/my/housing/duties',
    '/my/rides/new',
    '/my/housing/new',
    '/my/centres/new',
    `/my/listings/${shown}`,
    `/my/listings/${waiting}`,
    `/my/listings/${shown}/edit`,
    `/my/listings/${shown}/withdraw`,
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
    `/staff/listings/${waiting}`,
    `/staff/listings/${shown}`,
    `/staff/people/${author.id}`,
    `/staff/people/${author.id}/suspend`,
  ]
}

/** Pages that lead to signing in. */
export const SIGN_IN_PAGES = ['/sign-in', '/sign-in/link?token=a']
