import { type Actor, GUEST, type Guest, mintViewer, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { hashEmail, seal } from '@/lib/seal'
import { CAST, type CastName } from '@/prisma/seed/samples/people'

/** The people of the tests as they sign in. Suspended people have nothing but an id. */
export type Cast = Record<Exclude<CastName, 'oleg'>, Actor> & { guest: Guest; oleg: { id: string } }

/**
 * Creates the people of prisma/seed/samples/people.ts in the database of this file and answers
 * them: timur (new, not verified), marta and aigul (verified), anna (trusted), samal and erzhan
 * (moderators), dana (admin), oleg (suspended). Call it once per file, in `beforeAll`.
 */
export async function cast(): Promise<Cast> {
  const samal = await createAccount('samal')
  const dana = await createAccount('dana', verifiedBy(samal))
  await db.account.update({ where: { id: samal }, data: verifiedBy(dana) })
  const oleg = await createAccount('oleg', { ...verifiedBy(samal), ...suspendedBy(samal) })
  return {
    guest: GUEST,
    oleg: { id: oleg },
    timur: await actorOf(await createAccount('timur')),
    marta: await actorOf(await createAccount('marta', verifiedBy(samal))),
    aigul: await actorOf(await createAccount('aigul', verifiedBy(samal))),
    anna: await actorOf(await createAccount('anna', verifiedBy(samal))),
    samal: await actorOf(samal),
    erzhan: await actorOf(await createAccount('erzhan', verifiedBy(dana))),
    dana: await actorOf(dana),
  }
}

/** An account as the database knows it now; the guest when it is suspended. */
export async function viewerOf(id: string): Promise<Viewer> {
  return mintViewer(await db.account.findUniqueOrThrow({ where: { id } }), { secondFactor: true })
}

/** Several accounts at once. Throws when one is suspended. */
export async function actorsOf(ids: string[]): Promise<Actor[]> {
  const accounts = await db.account.findMany({ where: { id: { in: ids } } })
  return accounts.map((account) => {
    const viewer = mintViewer(account, { secondFactor: true })
    if (viewer.kind === 'guest') throw new Error('This account is suspended')
    return viewer
  })
}

/** An account as the database knows it now. Throws when it is suspended. */
export async function actorOf(id: string): Promise<Actor> {
  const viewer = await viewerOf(id)
  if (viewer.kind === 'guest') throw new Error('This account is suspended')
  return viewer
}

async function createAccount(name: CastName, state: State = {}): Promise<string> {
  const { email, name: publicName, role, locale } = CAST[name]
  const sealed = { emailSealed: seal(email, 'account.email'), emailHash: hashEmail(email) }
  const { id } = await db.account.create({
    data: { ...sealed, ...state, publicName, role, locale },
    select: { id: true },
  })
  return id
}

type State = Partial<ReturnType<typeof verifiedBy> & ReturnType<typeof suspendedBy>>

function verifiedBy(id: string) {
  return { verifiedAt: new Date(), verifiedHow: 'met_in_person' as const, verifiedById: id }
}

function suspendedBy(id: string) {
  return { suspendedAt: new Date(), suspendedById: id, suspensionReason: 'asked_for_money' }
}
