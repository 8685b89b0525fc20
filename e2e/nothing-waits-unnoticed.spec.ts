import { cityClock, cityDay } from '@/lib/places/city-time'
import { RIDE_ZONE } from '@/lib/rides/schema'
import { expect, test } from './support/fixtures'
import { offered } from './support/listings'
import { enrol, ready } from './support/people'

test('what waits for half an hour is mailed to those on duty, without saying what it is', async ({
  mail,
  db,
}) => {
  const onDuty = await enrol({ role: 'moderator', locale: 'en' })
  const inThreeHours = new Date(Date.now() + 3 * 3_600_000)
  const author = await ready()
  const later = await offered(author, 'ride', { body: 'Еду нескоро.' })
  const soon = await offered(author, 'ride', {
    day: cityDay(inThreeHours, RIDE_ZONE),
    time: cityClock(inThreeHours, RIDE_ZONE),
  })
  const minutes = async (listingId: string) => {
    const [job] = await db.$queryRaw<{ minutes: number }[]>`
      SELECT round(extract(epoch FROM start_after - created_on) / 60)::int AS minutes
      FROM jobs.job WHERE name = 'waiting-mail' AND data->>'listingId' = ${listingId}`
    return job?.minutes
  }
  expect(await minutes(later)).toBe(30)
  expect(await minutes(soon)).toBe(10)

  await db.$executeRaw`
    UPDATE jobs.job SET start_after = now()
    WHERE name = 'waiting-mail' AND data->>'listingId' = ${later}`
  const { subject, text } = await mail.to(onDuty.email)
  expect(subject).toBe('Qadam: waiting for a decision')
  expect(text).toContain(`/en/staff/listings/${later}`)
  expect(text).not.toMatch(/Еду|Таскала|Taskala|Uralsk|Нурлан/)
})
