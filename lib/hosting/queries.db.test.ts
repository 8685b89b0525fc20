import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { countUnanswered } from '@/lib/hosting/queries'
import { acceptRequest } from '@/lib/requests/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { ask } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'

let people: Cast

beforeAll(async () => {
  people = await cast()
})

describe('countUnanswered', () => {
  it('counts what waits for one’s own answer, and since when', async () => {
    const { marta, aigul, samal } = people
    const ride = await publishRide(marta, samal)
    expect(await countUnanswered(marta, new Date())).toEqual({ count: 0, since: null })
    const first = await ask(ride)
    await ask(ride)
    const { createdAt: since } = await db.request.findUniqueOrThrow({ where: { id: first.id } })
    expect(await countUnanswered(marta, new Date())).toEqual({ count: 2, since })
    expect(await countUnanswered(aigul, new Date())).toEqual({ count: 0, since: null })
  })

  it('leaves out what was answered, waits in line or ended by itself', async () => {
    const { anna, samal } = people
    const ride = await publishRide(anna, samal, { seats: 1 })
    const seated = await ask(ride)
    const late = await ask(ride)
    await acceptRequest(anna, seated.id)
    await ask(ride, { line: 'offer' })
    expect(await countUnanswered(anna, new Date())).toMatchObject({ count: 1 })
    const { expiresAt } = await db.request.findUniqueOrThrow({ where: { id: late.id } })
    expect(await countUnanswered(anna, expiresAt)).toMatchObject({ count: 0 })
  })
})
