import { GUEST } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { listRides } from '@/lib/rides/queries'
import { day } from '@/lib/testing/homes'

/** A page that is measured, and what it asks the database by the name of lib/testing/public-pages.ts. */
export interface BenchPage {
  name: string
  path: string
  asks: string
}

/** The pages that a crowd opens. */
export async function benchPages(): Promise<BenchPage[]> {
  const { cards } = await listRides(GUEST, { city: 'uralsk' }, 'ru', new Date())
  await db.$disconnect()
  const [ride] = cards
  if (!ride) throw new Error('The database is empty.')
  const filter = `from=crossing-taskala&date=${day(3)}&people=2`
  const word = encodeURIComponent('квартира')
  return [
    { name: 'home', path: '/ru', asks: 'home' },
    { name: 'list', path: '/ru/uralsk/rides', asks: 'uralsk/rides?sort=soonest' },
    { name: 'filtered list', path: `/ru/rides?${filter}`, asks: 'rides?from=&date=&people=' },
    { name: 'search', path: `/ru/search?q=${word}`, asks: 'search?q=квартира' },
    { name: 'detail', path: `/ru/${ride.city}/rides/${ride.id}`, asks: 'rides/{id}' },
    { name: 'city pack', path: '/ru/uralsk/pack', asks: 'uralsk/pack' },
  ]
}
