import { beforeAll, describe, expect, it } from 'vitest'
import {
  changeRole,
  grantRole,
  liftSuspension,
  notePerson,
  suspendPerson,
  verifyPerson,
} from '@/lib/accounts/commands'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { LOCALES } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { withdrawListing } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import { addDays, cityDay } from '@/lib/places/city-time'
import { listLogActors, listStaffLog } from '@/lib/staff-log/queries'
import { logSearchSchema } from '@/lib/staff-log/schema'
import { type Cast, cast } from '@/lib/testing/cast'
import { offerRide } from '@/lib/testing/rides'
import { CAST } from '@/prisma/seed/samples/people'

let people: Cast
beforeAll(async () => {
  people = await cast()
})

const verifyAndPublish = (listingId: string) =>
  decide(people.samal, { listingId, version: 1, action: 'approve', reason: 'fine', note: '' })

const about = (id: string, search: Record<string, string> = {}) =>
  listStaffLog(people.dana, logSearchSchema.parse({ about: id, ...search }))

describe('the log of what staff change', () => {
  it('says who, from what, to what and why, for every deed', async () => {
    const { id } = people.timur
    await verifyPerson(people.samal, id, 'met_in_person')
    await suspendPerson(people.erzhan, id, 'asked_for_money', 'Просил вперёд')
    await liftSuspension(people.erzhan, id)
    await changeRole(people.dana, id, 'trusted')
    await grantRole(CAST.timur.email, 'volunteer')
    const { entries } = await about(id)
    expect(
      entries.map(({ actor, changes, why }) => [
        actor?.name ?? null,
        changes.map(({ field }) => field).join(' '),
        why,
      ]),
    ).toEqual([
      [null, 'role', ''],
      ['Дана', 'role', ''],
      ['Ержан', 'suspended_at', ''],
      ['Ержан', 'suspended_at', 'asked_for_money'],
      ['Самал', 'verified_at verified_how', ''],
    ])
    expect(entries[1]?.changes).toEqual([{ field: 'role', from: 'volunteer', to: 'trusted' }])
  })

  it('is written with the decision or not at all', async () => {
    const listingId = await offerRide(people.marta)
    const input = { listingId, version: 1, reason: 'unclear', note: 'Откуда?' } as const
    await decide(people.samal, { ...input, action: 'request_changes' })
    await expect(decide(people.erzhan, { ...input, action: 'reject' })).rejects.toThrow()
    const { entries } = await about(listingId, { subject: 'decision' })
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ actor: { name: 'Самал' }, why: 'unclear' })
  })

  it('keeps no address, name or text of anybody', async () => {
    await db.account.update({ where: { id: people.aigul.id }, data: { publicName: 'Айгерим' } })
    const rows = JSON.stringify(await db.$queryRaw`SELECT before, after FROM staff_log`)
    expect(rows).not.toMatch(/Айгерим|email|@|title|body|sealed/)
    expect((await about(people.aigul.id)).entries).toEqual([])
  })

  it('does not carry a name into the next transaction', async () => {
    await changeRole(people.dana, people.anna.id, 'volunteer')
    await db.account.update({ where: { id: people.anna.id }, data: { role: 'trusted' } })
    const { entries } = await about(people.anna.id)
    expect(entries.map(({ actor }) => actor?.name ?? null)).toEqual([null, 'Дана'])
  })

  it('says what became of a listing, but not what its author does', async () => {
    const listingId = await offerRide(people.marta)
    await verifyAndPublish(listingId)
    await withdrawListing(people.marta, listingId, new Date())
    const { entries } = await about(listingId, { subject: 'listing' })
    expect(entries.map(({ changes }) => changes)).toEqual([
      [{ field: 'status', from: 'pending', to: 'published' }],
    ])
  })

  it('says that somebody wrote a note, and not what', async () => {
    await notePerson(people.erzhan, people.marta.id, 'Возит каждую пятницу')
    const { entries } = await about(people.marta.id, { subject: 'staff_note' })
    expect(entries).toMatchObject([{ actor: { name: 'Ержан' } }])
    expect(JSON.stringify(entries)).not.toContain('пятницу')
  })

  it('is searched by who and by the days of Kazakhstan', async () => {
    const { id } = people.aigul
    await changeRole(people.dana, id, 'trusted')
    const of = async (search: Record<string, string>) => (await about(id, search)).entries.length
    const today = cityDay(new Date(), 'Asia/Almaty')
    expect(await of({ who: people.dana.id, from: today, to: today })).toBe(1)
    expect(await of({ who: people.samal.id })).toBe(0)
    expect(await of({ from: addDays(today, 1) })).toBe(0)
    expect(await of({ to: addDays(today, -1) })).toBe(0)
    const names = (await listLogActors(people.dana)).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Дана', 'Самал']))
  })

  it('pages by what is older', async () => {
    const { id } = people.aigul
    for (let turn = 0; turn < 60; turn++) {
      await db.account.update({
        where: { id },
        data: { role: turn % 2 === 0 ? 'trusted' : 'volunteer' },
      })
    }
    const first = await about(id)
    const rest = await about(id, { before: first.next ?? '' })
    expect([first.entries.length, rest.entries.length, rest.next]).toEqual([50, 10, null])
  })

  it('has a word in three languages for whatever it says', async () => {
    const triggers = await db.$queryRaw<{ told: string }[]>`
      SELECT encode(tgargs, 'escape') AS told FROM pg_trigger
      JOIN pg_proc ON pg_proc.oid = tgfoid WHERE proname = 'staff_log_write'`
    // The first argument is the key.
    const columns = new Set(triggers.flatMap(({ told }) => told.split('\\000').slice(1, -1)))
    expect(columns.size).toBeGreaterThan(40)
    const named = [...columns].filter((column) => !column.endsWith('_by_id'))
    for (const locale of LOCALES) {
      const t = translator(locale)
      const isTold = (column: string) => t.has(`staffLog.field.${column}` as 'staffLog.field.role')
      expect(named.filter((column) => !isTold(column))).toEqual([])
    }
  })

  it.each(['marta', 'anna', 'samal'] as const)('is not for %s', async (name) => {
    await expect(listStaffLog(people[name] as Actor, {})).rejects.toThrow('log.view')
  })

  it('leaves out what makes no sense in a search', () => {
    const search = { subject: 'session', who: "' OR 1=1", about: '1', before: '-5' }
    expect(logSearchSchema.parse(search)).toEqual({})
  })
})
