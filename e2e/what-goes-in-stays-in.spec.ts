import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { TOPICS } from '@/lib/guide/topics'
import { LOCALES } from '@/lib/i18n/locales'
import { hashEmail } from '@/lib/seal'
import { ROUTES } from '@/server/routes'
import {
  askWith,
  changeWith,
  deskWith,
  introduceWith,
  type Made,
  offerWith,
  publishWith,
  signInWith,
  tellWith,
  typeWith,
} from './support/every-form'
import { expect, test } from './support/fixtures'
import { type Marker, marker } from './support/marks'
import { dump, sealedTexts } from './support/sealed'

/** `npm run test:deep` sends 1 000. Each round goes through every form. */
const MARKS = Number(process.env.QADAM_MARKS ?? 1)
/** Shows letters as their readers see them; it is there with the embedded database alone. */
const MAILBOX = '/{locale}/mailbox'
const AS_A_PAGE: Record<string, string> = {}
const AS_A_PAYLOAD: Record<string, string> = { RSC: '1', 'Next-Router-Prefetch': '1' }
const LOG = resolve(import.meta.dirname, '../test-results/app-embedded.log')

test('nothing that points at a person comes out again, nor stands in the database in clear', async ({
  as,
  mail,
  db,
}) => {
  test.setTimeout(600_000 + MARKS * 15_000)
  const marks = marker()
  const moderators = [(await as('samal')).request, (await as('erzhan')).request] as const
  const rounds: Made[] = []
  const mails = new Set<string>()
  while (marks.count() < MARKS) {
    const [volunteer, other, guest] = [
      (await as('guest')).request,
      (await as('guest')).request,
      (await as('guest')).request,
    ]
    const all = {
      volunteer,
      other,
      guest,
      moderators: [...moderators] as [APIRequestContext, APIRequestContext],
    }
    await signInWith(volunteer, marks, mail)
    await introduceWith(volunteer, marks)
    const made = await offerWith(volunteer, marks)
    await publishWith(all, made, marks)
    await changeWith(all, made, marks)
    await askWith(all, made, marks)
    await tellWith(guest, made, marks)
    const { email } = await signInWith(other, marks, mail)
    const { id } = await db.account.findUniqueOrThrow({ where: { emailHash: hashEmail(email) } })
    await deskWith(all, id, marks)
    await typeWith(guest, marks)
    for (const text of mailsNow()) mails.add(text)
    rounds.push(made)
  }
  console.log(`${marks.count()} marks in ${rounds.length} rounds through every form`)

  await test.step('it went in: what is sealed holds it', async () => {
    const sealed = (await sealedTexts()).join('\n')
    // Of some all parts, of those that are for everyone to read none.
    expect(marks.standingIn(sealed).length).toBeGreaterThan(marks.count())
  })

  await test.step('the database holds it nowhere in clear, the queue neither', async () => {
    expect(marks.standingIn(await dump())).toEqual([])
  })

  await test.step('no mail and no line of the log holds it', async () => {
    expect(mails.size).toBeGreaterThan(2)
    expect(marks.standingIn([...mails].join('\n'))).toEqual([])
    const log = readFileSync(LOG, 'utf8')
    expect(log).toContain('"method":"POST","route":"/{locale}/{city}/rides/{id}/ask"')
    expect(marks.standingIn(decodeURIComponent(log.replace(/%(?![\da-f]{2})/gi, '')))).toEqual([])
  })

  const guest = (await as('guest')).request
  await test.step('no page, payload, file or error that anyone can ask for holds it', async () => {
    for (const made of [rounds[0], rounds.at(-1)]) {
      if (made) await expectNothingShown(guest, made, marks)
    }
  })
})

/** The words of all mails that are there now, without whom they are to. */
function mailsNow(): string[] {
  const folder = process.env.MAILBOX_DIR ?? ''
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { to: _, ...words } = JSON.parse(readFileSync(join(folder, name), 'utf8'))
      return JSON.stringify(words)
    })
}

/** Asks for every path of the table of routes as a guest, as a page and as its router would. */
async function expectNothingShown(guest: APIRequestContext, made: Made, marks: Marker) {
  const shown = ROUTES.filter(({ pattern }) => pattern !== MAILBOX)
  const asked = new Set(shown.flatMap(({ pattern }) => pathsOf(pattern, made)))
  for (const path of asked) {
    for (const headers of [AS_A_PAGE, AS_A_PAYLOAD]) {
      const answer = await guest.get(path, { headers })
      const text = `${JSON.stringify(answer.headers())}\n${await answer.text()}`
      expect(answer.status(), path).toBeLessThan(500)
      expect(marks.standingIn(text), path).toEqual([])
    }
  }
  expect(asked.size).toBeGreaterThan(150)
}

function pathsOf(pattern: string, { ride, home, centre }: Made): string[] {
  const ids = { rides: ride, housing: home, centres: centre }
  const kind = Object.keys(ids).find((name) => pattern.includes(`/${name}/`))
  const id = kind ? ids[kind as 'rides'] : ride
  return LOCALES.flatMap((locale) =>
    (pattern.includes('{topic}') ? Object.keys(TOPICS) : ['']).map((topic) =>
      pattern
        .replace('{locale}', locale)
        .replace('{city}', 'uralsk')
        .replace('{topic}', topic)
        .replace('{id}', id)
        .replace('{token}', 'a'.repeat(43))
        .replace('/_next/static/**', '/_next/static/nothing.js')
        .replace('/my/**', `/my/listings/${ride}`)
        .replace('/staff/**', `/staff/listings/${ride}`),
    ),
  )
}
