import { notePerson, suspendPerson } from '@/lib/accounts/commands'
import { announce, endAnnouncement } from '@/lib/announcements/commands'
import { adapter } from '@/lib/auth/adapter'
import { CODE_SECONDS } from '@/lib/auth/email-provider'
import { PERSON_LIMITS } from '@/lib/auth/limits'
import { SESSION_SECONDS } from '@/lib/auth/options'
import { countHit } from '@/lib/auth/rate-limit'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { prepareFile } from '@/lib/imports/commands'
import { changeListing, withdrawListing } from '@/lib/listings/commands'
import type { AnyInput } from '@/lib/listings/kinds'
import { writeAsHost } from '@/lib/messages/commands'
import { decide } from '@/lib/moderation/commands'
import { createCode } from '@/lib/private-links/commands'
import { writeTable } from '@/lib/registry/csv'
import { reportAsHost, reportListing } from '@/lib/reports/commands'
import { acceptRequest } from '@/lib/requests/commands'
import { SEALED_COLUMNS, type SealContext, unseal } from '@/lib/seal'
import { setSecondFactor } from '@/lib/second-factor/commands'
import { offerSecret } from '@/lib/second-factor/offers'
import { codeAt } from '@/lib/testing/authenticator'
import type { Cast } from '@/lib/testing/cast'
import { helpPointForm, officeFacts, officeForm, publishCentre } from '@/lib/testing/centres'
import { day, homeForm, publishHome } from '@/lib/testing/homes'
import { ask } from '@/lib/testing/requests'
import { publishRide, rideForm } from '@/lib/testing/rides'
import { recordVisit, tellWait } from '@/lib/visits/commands'

/**
 * Puts a word of a person into every column that takes one, the way people do, and ends
 * everything: listings are taken back, requests are over. Answers that moment.
 */
export async function wordEverything(people: Cast): Promise<Date> {
  const { marta, samal, erzhan } = people
  const ride = await publishRide(marta, samal)
  const home = await publishHome(marta, samal)
  const helpPoint = await publishCentre(marta, samal)
  const office = await publishCentre(
    samal,
    erzhan,
    officeForm({ publicPhone: '+77112000000', publicAddress: 'Дом для всех' }),
  )
  await askAndWrite(marta, ride)
  await sendBack(marta, samal, ride, rideForm({ body: 'Другие слова', point: 'У входа' }))
  await sendBack(marta, samal, home, homeForm({ body: 'Другие слова', address: 'Другой дом' }))
  await sendBack(marta, samal, helpPoint, helpPointForm({ body: 'Другие слова' }))
  await tellAsVisitors(ride, helpPoint)
  await importCentres(people)
  await signIn(marta)
  await setFactor(erzhan)
  await suspendPerson(samal, people.anna.id, 'rules', 'Просила деньги вперёд')
  await notePerson(samal, marta.id, 'Возит каждую пятницу')
  const end = new Date()
  await announceAndEnd(samal, end)
  for (const id of [ride, home, helpPoint]) await withdrawListing(marta, id, end)
  await withdrawListing(samal, office, end)
  return end
}

/** A file whose rows were checked, another that nobody has looked at, and why one was published. */
async function importCentres({ samal, dana }: Cast): Promise<void> {
  const facts = { ...officeFacts({ key: 'а' }), publicAddress: '' }
  const changed = officeFacts({ key: 'example:2', title: 'Ещё один центр для примера' })
  await prepareFile(samal, new TextEncoder().encode(writeTable([changed])))
  await db.centreImport.create({
    data: {
      preparedById: samal.id,
      publishedById: dana.id,
      status: 'published',
      lines: 2,
      note: 'Больше некому',
      rows: {
        create: [
          { line: 2, fate: 'error', key: facts.key, title: 'Центр', problems: [{ code: 'слово' }] },
          { line: 3, fate: 'duplicate', facts: { title: 'Центр' }, changes: [{ from: 'Было' }] },
        ],
      },
    },
  })
}

async function askAndWrite(host: Actor, ride: string): Promise<void> {
  const { asker, id } = await ask(ride, { name: 'Ира', text: 'Нас двое' })
  await writeAsHost(host, id, 'Жду у входа')
  await acceptRequest(host, id)
  await createCode(asker)
  await reportAsHost(host, { requestId: id, reason: 'unsafe', note: 'Не пришла' })
}

/** Proposes a change of something published, which a moderator sends back with words. */
async function sendBack(author: Actor, moderator: Actor, listingId: string, input: AnyInput) {
  await changeListing(author, listingId, 2, 'ru', input)
  const revision = await db.listingRevision.findFirstOrThrow({
    where: { listingId, status: 'pending' },
  })
  await decide(moderator, {
    listingId,
    revisionId: revision.id,
    version: 2,
    action: 'request_changes',
    reason: 'unclear',
    note: 'Напишите проще, Марта',
  })
}

async function tellAsVisitors(ride: string, centre: string): Promise<void> {
  const now = new Date()
  const words = { listingId: ride, reason: 'unsafe', note: 'Просят деньги' } as const
  await reportListing('visitor-key-of-a-report', words, now)
  await recordVisit(db, 'visitor-key-of-a-visit', ride, null, now)
  await tellWait('visitor-key-of-a-wait', { listingId: centre, minutes: 20 }, now)
}

async function announceAndEnd(moderator: Actor, end: Date): Promise<void> {
  const announcement = {
    city: null,
    language: 'ru',
    text: 'Завтра дождь.',
    lastDay: day(),
  } as const
  await announce(moderator, announcement)
  const { id } = await db.announcement.findFirstOrThrow({ select: { id: true } })
  await endAnnouncement(moderator, id, end)
}

/** What opens the desk: a secret for an app and codes on paper. */
async function setFactor(moderator: Actor): Promise<void> {
  const { secret, sealed } = offerSecret(moderator)
  const now = new Date()
  const code = codeAt(secret, now)
  await setSecondFactor(moderator, { tokenHash: 'a device' }, { sealed, code }, now)
}

async function signIn({ id }: Actor): Promise<void> {
  const expires = (seconds: number) => new Date(Date.now() + seconds * 1000)
  const session = { sessionToken: 'a token', userId: id, expires: expires(SESSION_SECONDS) }
  await adapter.createSession?.(session)
  const mail = { identifier: 'new@example.org', token: '123456', expires: expires(CODE_SECONDS) }
  await adapter.createVerificationToken?.(mail)
  await countHit(PERSON_LIMITS.signInFailure, 'marta')
}

/** Every column of our tables in which text can stand. */
export async function textColumns(): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT relname || '.' || attname AS name
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid LEFT JOIN pg_type item ON item.oid = pg_type.typelem
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0
      AND NOT attisdropped AND relname <> '_prisma_migrations'
      AND coalesce(item.typtype, pg_type.typtype) <> 'e'
      AND pg_type.typname NOT IN
        ('uuid', 'timestamptz', 'date', 'bool', 'int2', 'int4', 'int8', 'float8', 'tstzrange')`
  return rows.map(({ name }) => name)
}

/** What stands in a column, opened where it is sealed; nothing where it is empty. */
export async function standing(column: string): Promise<string[]> {
  const [table = '', name = ''] = column.split('.')
  const rows = await db.$queryRawUnsafe<{ value: string }[]>(
    `SELECT ${name}::text AS value FROM ${table} WHERE ${name}::text NOT IN ('', '{}')`,
  )
  const context = Object.keys(SEALED_COLUMNS).find((key): key is SealContext => {
    const sealed = SEALED_COLUMNS[key as SealContext]
    return sealed.table === table && sealed.column === name
  })
  const texts = rows.map(({ value }) => (context ? unseal(value, context) : value))
  return texts.filter((text) => text !== '')
}
