import { beforeAll, describe, expect, it } from 'vitest'
import { notePerson } from '@/lib/accounts/commands'
import type { Actor } from '@/lib/auth/viewer'
import { Forbidden } from '@/lib/errors'
import { decide } from '@/lib/moderation/commands'
import { noteSchema } from '@/lib/moderation/schema'
import { getPersonRecord } from '@/lib/people/queries'
import { reportListing } from '@/lib/reports/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { publishRide } from '@/lib/testing/rides'

let people: Cast
let ride: string
beforeAll(async () => {
  people = await cast()
  ride = await publishRide(people.marta, people.samal)
})

const record = (actor: Actor, id: string) => getPersonRecord(actor, id, new Date())

describe('the record of a person', () => {
  it('holds what was decided, reported and noted, the newest first', async () => {
    const words = { listingId: ride, reason: 'unsafe', note: '' } as const
    await reportListing('visitor', words, new Date())
    await decide(people.erzhan, {
      listingId: ride,
      version: 2,
      action: 'take_down',
      reason: 'reported_unsafe',
      note: '',
    })
    await notePerson(people.samal, people.marta.id, 'Возит каждую пятницу')
    await notePerson(people.erzhan, people.marta.id, 'Сказала, что больше не будет')
    const { notes, decisions, reports } = await record(people.samal, people.marta.id)
    expect(notes.map(({ by, text }) => [by, text])).toEqual([
      ['Ержан', 'Сказала, что больше не будет'],
      ['Самал', 'Возит каждую пятницу'],
    ])
    expect(decisions.map(({ action, by }) => [action, by])).toEqual([
      ['take_down', 'Ержан'],
      ['approve', 'Самал'],
    ])
    expect(reports).toMatchObject([{ reason: 'unsafe', open: true }])
  })

  it('shows nobody what is reported of their own listings', async () => {
    const own = await publishRide(people.samal, people.erzhan)
    const words = { listingId: own, reason: 'unsafe', note: '' } as const
    await reportListing('visitor', words, new Date())
    expect((await record(people.samal, people.samal.id)).reports).toBeNull()
    expect((await record(people.erzhan, people.samal.id)).reports).toHaveLength(1)
  })

  it('is for staff alone, and nobody notes anything of themselves', async () => {
    await expect(record(people.anna, people.marta.id)).rejects.toThrow(Forbidden)
    await expect(notePerson(people.anna, people.marta.id, 'Нет')).rejects.toThrow(Forbidden)
    await expect(notePerson(people.samal, people.samal.id, 'Я')).rejects.toThrow(Forbidden)
  })

  it.each([
    ['nothing', ' ', 'required'],
    ['an IIN', 'ИИН 900101300123', 'has_iin'],
    ['a book', 'а'.repeat(501), 'too_long'],
    ['markup', '<script>1</script>', 'has_markup'],
  ])('takes no note of %s', (_, text, code) => {
    const { error } = noteSchema.safeParse({ accountId: people.marta.id, text })
    expect(error?.issues.map(({ message }) => message)).toEqual([code])
  })
})
