import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { getHostRequest } from '@/lib/hosting/queries'
import { writeAsAsker, writeAsHost } from '@/lib/messages/commands'
import { createCode, eraseAskerSide, openByCode } from '@/lib/private-links/commands'
import { tokenForScreen, tokenToKeep } from '@/lib/private-links/queries'
import { newToken } from '@/lib/private-links/tokens'
import { acceptRequest } from '@/lib/requests/commands'
import { findLink } from '@/lib/requests/links'
import { PAGE_CODE } from '@/lib/requests/rules'
import { hashToken } from '@/lib/seal'
import { type Cast, cast } from '@/lib/testing/cast'
import { ask, brokenRules, statusOf } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'

const WRONG = 'code:wrong_page_code'
let people: Cast
let listingId: string

beforeAll(async () => {
  people = await cast()
  listingId = await publishRide(people.marta, people.samal, { seats: 50 })
})

/** The same handle, so that the try counts, and other digits. */
const wrong = (code: string, by = 1) =>
  code.slice(0, 3) + String((Number(code.slice(3)) + by) % 1_000_000).padStart(6, '0')

describe('a token', () => {
  it('is kept only as a hash', async () => {
    const { asker, token } = await ask(listingId)
    const link = await db.privateLink.findUniqueOrThrow({ where: { id: asker.linkId } })
    expect(link.tokenHash).toBe(hashToken(token ?? ''))
  })

  it.each(['', 'x', 'A'.repeat(43), '../../etc/passwd', 'Б'.repeat(43)])(
    'that is unknown opens nothing: %s',
    async (token) => {
      expect(await findLink(token)).toBeNull()
    },
  )

  it('that carries the id of a link and no proof opens nothing', async () => {
    const { asker } = await ask(listingId)
    const id = Buffer.from(asker.linkId.replaceAll('-', ''), 'hex')
    const forged = Buffer.concat([id, Buffer.from(newToken(), 'base64url')]).subarray(0, 32)
    expect(await findLink(forged.toString('base64url'))).toBeNull()
  })
})

describe('a code', () => {
  it('opens the page on another phone, once', async () => {
    const { asker } = await ask(listingId)
    const code = await createCode(asker)
    expect(code).toMatch(/^\d{9}$/)
    const token = await openByCode(code)
    expect(await findLink(token)).toEqual(asker)
    await expect(openByCode(code)).rejects.toThrow(WRONG)
  })

  it('is good for one of two phones that try at once', async () => {
    const code = await createCode((await ask(listingId)).asker)
    const answers = await Promise.allSettled([openByCode(code), openByCode(code), openByCode(code)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('ends after ten minutes', async () => {
    const code = await createCode((await ask(listingId)).asker)
    const later = new Date(Date.now() + PAGE_CODE.minutes * 60_000 + 1)
    await expect(openByCode(code, later)).rejects.toThrow(WRONG)
  })

  it('ends with its fifth wrong try, however they come', async () => {
    const code = await createCode((await ask(listingId)).asker)
    const tries = Array.from({ length: 5 }, (_, by) => openByCode(wrong(code, by + 1)))
    await Promise.allSettled(tries)
    await expect(openByCode(code)).rejects.toThrow(WRONG)
  })

  it('survives four wrong tries', async () => {
    const { asker } = await ask(listingId)
    const code = await createCode(asker)
    for (let by = 1; by <= 4; by += 1) {
      await expect(openByCode(wrong(code, by))).rejects.toThrow(WRONG)
    }
    expect(await findLink(await openByCode(code))).toEqual(asker)
  })

  it('takes the place of the one before', async () => {
    const { asker } = await ask(listingId)
    const old = await createCode(asker)
    await createCode(asker)
    await expect(openByCode(old)).rejects.toThrow(WRONG)
  })
})

describe('what a screen shows to be scanned', () => {
  const now = new Date()
  const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

  it('opens the page on another phone for ten minutes, under a token of its own', async () => {
    const { asker, token } = await ask(listingId)
    const scanned = await tokenForScreen(asker, now)
    const kept = (await tokenToKeep(scanned, inMinutes(9))) ?? ''
    expect(await findLink(kept)).toEqual(asker)
    expect(new Set([token, scanned, kept]).size).toBe(3)
    expect(await tokenToKeep(scanned, inMinutes(10))).toBeNull()
  })

  it('is no token to act with', async () => {
    const { asker } = await ask(listingId)
    expect(await findLink(await tokenForScreen(asker, now))).toBeNull()
  })

  it('cannot be prolonged, moved to another link or made up', async () => {
    const [one, other] = [(await ask(listingId)).asker, (await ask(listingId)).asker]
    const bytes = Buffer.from(await tokenForScreen(one, now), 'base64url')
    const longer = Buffer.from(bytes)
    longer.writeUInt32BE(bytes.readUInt32BE(32) + 600, 32)
    const moved = Buffer.from(bytes)
    Buffer.from(other.linkId.replaceAll('-', ''), 'hex').copy(moved)
    for (const forged of [longer, moved, Buffer.alloc(36), Buffer.alloc(36, 255)]) {
      expect(await tokenToKeep(forged.toString('base64url'), now)).toBeNull()
    }
  })

  it('ends with the link', async () => {
    const { asker } = await ask(listingId)
    const scanned = await tokenForScreen(asker, now)
    await eraseAskerSide(asker)
    expect(await tokenToKeep(scanned, now)).toBeNull()
  })
})

describe('erasing one side', () => {
  it('closes the link on every phone and takes away name and words', async () => {
    const { asker, id, token } = await ask(listingId, { name: 'Ира', text: 'Нас двое' })
    await writeAsAsker(asker, id, 'мы у кафе')
    await writeAsHost(people.marta, id, 'еду')
    const second = await openByCode(await createCode(asker))
    await eraseAskerSide(asker)
    expect(await findLink(token ?? '')).toBeNull()
    expect(await findLink(second)).toBeNull()
    const request = await getHostRequest(people.marta, id, 'ru', new Date())
    expect(request).toMatchObject({ name: null, status: 'cancelled' })
    expect(request.messages.map(({ text }) => text)).toEqual(['еду'])
    expect(await brokenRules(new Date())).toEqual([])
  })

  it('keeps places that were accepted', async () => {
    const { asker, id } = await ask(listingId)
    await acceptRequest(people.marta, id)
    await eraseAskerSide(asker)
    expect(await statusOf(id)).toBe('accepted')
    expect(await brokenRules(new Date())).toEqual([])
  })
})
