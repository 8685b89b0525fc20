import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { askForPlaces } from '@/lib/asking/commands'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { setPlaces } from '@/lib/listings/commands'
import {
  acceptRequest,
  cancelRequest,
  declineRequest,
  expireDue,
  refuseOffer,
  takeOffer,
} from '@/lib/requests/commands'
import { type Asker, findLink } from '@/lib/requests/links'
import { type Cast, cast } from '@/lib/testing/cast'
import { clearWorlds } from '@/lib/testing/histories'
import { createHosts, createRide } from '@/lib/testing/history-world'
import { LineModel, Refused } from '@/lib/testing/line-model'
import { askForm } from '@/lib/testing/requests'
import { sayTruth } from '@/lib/truth/commands'

/*
 * One ride's line beside a model of it, one step after the other: after each step both must stand
 * alike. QADAM_LINES makes them many, QADAM_SEED repeats a run.
 */
const LINES = Number(process.env.QADAM_LINES ?? 12)
const SEED = Number(process.env.QADAM_SEED ?? Date.now() % 2 ** 31)
const STEPS_OF_A_LINE = 60
/** So soon that many a line comes to its end while people go on. */
const LEAVES_IN_HOURS = 5
const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

const request = fc.nat({ max: 999 })
const step = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      type: fc.constant('ask' as const),
      people: fc.integer({ min: 1, max: 3 }),
      line: fc.constantFrom('take' as const, 'offer' as const),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      type: fc.constantFrom('accept', 'accept', 'take', 'take', 'refuse', 'decline', 'cancel'),
      request,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('places' as const),
      seats: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('say' as const), isFull: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('wait' as const),
      minutes: fc.integer({ min: 10, max: 150 }),
      isSwept: fc.boolean(),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

let people: Cast
let host: Actor

beforeAll(async () => {
  people = await cast()
  host = (await createHosts(people.samal, 1))[0] as Actor
})

it(
  'a line moves exactly as its model says',
  async () => {
    let steps = 0
    const line = fc.array(step, { minLength: STEPS_OF_A_LINE / 2, maxLength: STEPS_OF_A_LINE })
    await fc.assert(
      fc.asyncProperty(line, async (history) => {
        steps += history.length
        await walk(history)
      }),
      { numRuns: LINES, seed: SEED },
    )
    console.info(`${LINES} lines, ${steps} steps, seed ${SEED}`)
  },
  3 * HOUR_MS,
)

async function walk(history: Step[]): Promise<void> {
  const start = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS
  const leavesAt = start + LEAVES_IN_HOURS * HOUR_MS
  const listingId = await createRide(host.id, 3, new Date(leavesAt))
  const model = new LineModel(3, leavesAt)
  const askers: Asker[] = []
  let now = start
  for (const next of history) {
    // No two requests come to the line in one instant.
    now += next.type === 'wait' ? next.minutes * MINUTE_MS : SECOND_MS
    const real = await outcome(() => act(listingId, model, askers, next, new Date(now)))
    expect(real, next.type).toBe(await outcome(() => actInModel(model, next, now)))
    expect(await standing(listingId)).toEqual(modelStanding(model))
  }
  await clearWorlds()
}

/** Asking is done here for both sides, because the model needs the id that the database gave. */
async function act(listingId: string, model: LineModel, askers: Asker[], next: Step, now: Date) {
  if (next.type === 'wait') return next.isSwept ? expireDue(now) : undefined
  if (next.type === 'places') return setPlaces(host, listingId, next.seats, now)
  if (next.type === 'say') return sayTruth(host, listingId, next.isFull ? 'full' : 'open', now)
  if (next.type === 'ask') {
    const form = askForm(listingId, { adults: String(next.people), line: next.line })
    const { token, requestId: id } = await askForPlaces(null, form, 'ru', now)
    const asker = await findLink(token ?? '')
    if (asker) askers.push(asker)
    expect(model.mayAsk(next.people, now.getTime())).toBe(true)
    return model.ask({ id, people: next.people, line: next.line }, now.getTime())
  }
  const at = next.request % Math.max(1, model.requests.length)
  const { id } = model.requests[at] ?? {}
  const asker = askers[at]
  if (!id || !asker) return
  if (next.type === 'accept') return acceptRequest(host, id, now)
  if (next.type === 'decline') return declineRequest(host, id, now)
  if (next.type === 'take') return takeOffer(asker, id, now)
  if (next.type === 'refuse') return refuseOffer(asker, id, now)
  return cancelRequest(asker, id, now)
}

async function actInModel(model: LineModel, next: Step, now: number): Promise<void> {
  // The sweep comes late now and then: what is over is over before it.
  if (next.type === 'wait') return next.isSwept ? model.sweep(now) : undefined
  if (next.type === 'places') return model.setSeats(next.seats, now)
  if (next.type === 'say') return model.say(next.isFull, now)
  if (next.type === 'ask') {
    const asked = model.requests.at(-1)?.queuedAt === now
    if (!asked && !model.mayAsk(next.people, now)) throw new Refused()
    return
  }
  const chosen = model.requests[next.request % Math.max(1, model.requests.length)]
  if (!chosen) return
  if (next.type === 'accept') return model.accept(chosen, now)
  if (next.type === 'take') return model.take(chosen, now)
  if (next.type === 'refuse') return model.refuse(chosen, now)
  return model.end(chosen, next.type === 'decline' ? 'declined' : 'cancelled', now)
}

async function outcome(deed: () => Promise<unknown>): Promise<'done' | 'refused'> {
  try {
    await deed()
    return 'done'
  } catch (error) {
    if (error instanceof DomainError || error instanceof Refused) return 'refused'
    throw error
  }
}

async function standing(listingId: string) {
  const rows = await db.request.findMany({
    where: { listingId },
    select: { id: true, status: true },
  })
  const { total, held } = await db.capacity.findFirstOrThrow({ where: { listingId } })
  return { seats: total, held, statuses: Object.fromEntries(rows.map((r) => [r.id, r.status])) }
}

function modelStanding({ seats, held, requests }: LineModel) {
  return { seats, held, statuses: Object.fromEntries(requests.map((r) => [r.id, r.status])) }
}
