import type { RequestStatus } from '@/lib/generated/prisma/enums'

const HOUR_MS = 3_600_000
const RIDE_MS = 4 * HOUR_MS

export interface ModelRequest {
  id: string
  people: number
  line: 'take' | 'offer'
  status: RequestStatus
  queuedAt: number
  offerEndsAt: number
}

/** Thrown by a step that the real thing must refuse, too. */
export class Refused extends Error {}

/**
 * One ride and its line as a newcomer would explain them: seats, who holds some, who is next. It
 * knows no database and no concurrency. Instants are milliseconds.
 */
export class LineModel {
  readonly requests: ModelRequest[] = []
  full = false

  constructor(
    public seats: number,
    private readonly leavesAt: number,
  ) {}

  get held(): number {
    const holding = this.requests.filter(({ status }) => isHolding(status))
    return holding.reduce((sum, { people }) => sum + people, 0)
  }

  /** Whether the ride may be asked for; with seats left the request is open, else it waits. */
  ask(request: Pick<ModelRequest, 'id' | 'people' | 'line'>, now: number): void {
    const isFree = !this.full && this.fits(request.people)
    const status = isFree ? 'open' : 'waiting'
    this.requests.push({ ...request, status, queuedAt: now, offerEndsAt: 0 })
  }

  mayAsk(people: number, now: number): boolean {
    return !this.isClosed(now) && people <= this.seats && this.pending().length < 20
  }

  accept(request: ModelRequest, now: number): void {
    if (request.status === 'accepted') return
    refuseUnless(isPending(request.status) && !this.isClosed(now))
    refuseUnless(request.status === 'offered' || this.fits(request.people))
    request.status = 'accepted'
    this.joinLine()
  }

  take(request: ModelRequest, now: number): void {
    if (request.status === 'accepted') return
    refuseUnless(this.isOffered(request, now))
    this.accept(request, now)
  }

  refuse(request: ModelRequest, now: number): void {
    if (request.status === 'cancelled') return
    refuseUnless(this.isOffered(request, now))
    this.end(request, 'cancelled', now)
  }

  end(request: ModelRequest, status: 'cancelled' | 'declined', now: number): void {
    if (request.status === status) return
    const isExpected = request.status === 'accepted' && now < this.leavesAt + RIDE_MS
    refuseUnless(isPending(request.status) || isExpected)
    this.leave(request, status, now)
  }

  setSeats(seats: number, now: number): void {
    refuseUnless(seats >= this.held)
    this.seats = seats
    this.full = false
    this.advance(now)
  }

  say(isFull: boolean, now: number): void {
    this.full = isFull
    this.advance(now)
  }

  /** What the sweep does: everything ends an hour before departure, offers sooner. */
  sweep(now: number): void {
    const due = this.pending().filter(
      ({ status, offerEndsAt }) =>
        this.isClosed(now) || (status === 'offered' && offerEndsAt <= now),
    )
    for (const request of due.sort(byTurn)) {
      if (this.isClosed(now)) this.leave(request, 'expired', now)
      else {
        request.queuedAt = now
        this.leave(request, 'waiting', now)
      }
    }
  }

  private leave(request: ModelRequest, status: RequestStatus, now: number): void {
    const wasHolding = isHolding(request.status)
    request.status = status
    if (wasHolding) this.advance(now)
  }

  private advance(now: number): void {
    for (;;) {
      this.joinLine()
      const next = this.requests
        .filter(({ status, people }) => status === 'waiting' && this.fits(people))
        .sort(byTurn)[0]
      if (!next || this.full || this.isClosed(now)) return
      next.status = next.line === 'take' ? 'accepted' : 'offered'
      const kept = Math.min(2 * HOUR_MS, (this.leavesAt - now) / 4)
      next.offerEndsAt = Math.min(now + kept, this.leavesAt - HOUR_MS)
    }
  }

  /** Who asked while it was free and was not answered yet stands where they would have stood. */
  private joinLine(): void {
    for (const request of this.requests) {
      const isLate = request.status === 'open' && (this.full || !this.fits(request.people))
      if (isLate) request.status = 'waiting'
    }
  }

  private isOffered({ status, offerEndsAt }: ModelRequest, now: number): boolean {
    return status === 'offered' && now < offerEndsAt && !this.isClosed(now)
  }

  private fits(people: number): boolean {
    return this.held + people <= this.seats
  }

  private isClosed(now: number): boolean {
    return now >= this.leavesAt - HOUR_MS
  }

  private pending(): ModelRequest[] {
    return this.requests.filter(({ status }) => isPending(status))
  }
}

function isHolding(status: RequestStatus): boolean {
  return status === 'accepted' || status === 'offered'
}

function isPending(status: RequestStatus): boolean {
  return status === 'open' || status === 'waiting' || status === 'offered'
}

function byTurn(a: ModelRequest, b: ModelRequest): number {
  return a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1)
}

function refuseUnless(condition: boolean): void {
  if (!condition) throw new Refused()
}
