import { randomBytes } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import pg from 'pg'
import { hashEmail, hashToken } from '@/lib/seal'
import { CAST, type CastName } from '@/prisma/seed/samples/people'
import { type App, launchApp } from './launch'

/** A Qadam of one's own, in which decisions wait half a minute and nobody else fills the queue. */
export interface DeskApp extends App {
  sql: pg.Client
  url: string
  /** Opens the desk of a person of the cast in this browser. */
  enter(context: BrowserContext, name: CastName): Promise<void>
  /** Copies a ride that waits, so many times. */
  fill(count: number): Promise<void>
}

/** Starts it; the caller stops it. */
export async function launchDesk(): Promise<DeskApp> {
  const app = await launchApp('embedded', '.next-test', {
    name: 'desk',
    settings: { QADAM_UNDO_SECONDS: '30' },
  })
  const { DATABASE_URL, PUBLIC_URL: url = '' } = app.settings
  const sql = new pg.Client({ connectionString: DATABASE_URL })
  await sql.connect()
  return {
    ...app,
    sql,
    url,
    async stop() {
      await sql.end()
      await app.stop()
    },
    async enter(context, name) {
      const value = randomBytes(32).toString('base64url')
      await sql.query(
        `INSERT INTO session (token_hash, account_id, expires_at, second_factor_at)
        SELECT $1, id, now() + interval '1 hour', now() FROM account WHERE email_hash = $2`,
        [hashToken(value), hashEmail(CAST[name].email)],
      )
      await context.addCookies([{ name: 'next-auth.session-token', value, url, httpOnly: true }])
    },
    async fill(count) {
      await sql.query(COPY_RIDES, [count])
    },
  }
}

const COPY_RIDES = `
  WITH model AS (
    SELECT listing.* FROM listing JOIN account ON account.id = owner_id
    WHERE kind = 'ride' AND status = 'pending' AND verified_at IS NOT NULL LIMIT 1),
  copies AS (
    INSERT INTO listing (kind, owner_id, city, language, title, body, sample, expires_at, submitted_at)
    SELECT kind, owner_id, city, language, title, body, sample, expires_at, now() + n * interval '1 ms'
    FROM model, generate_series(1, $1::int) n RETURNING id),
  rides AS (
    INSERT INTO ride (listing_id, from_place_id, to_place_id, departs_at, price_tenge, luggage,
      languages, meeting_sealed)
    SELECT copies.id, from_place_id, to_place_id, departs_at, ride.price_tenge, luggage, languages,
      meeting_sealed
    FROM copies, model JOIN ride ON listing_id = model.id)
  INSERT INTO capacity (listing_id, total) SELECT id, 3 FROM copies`
