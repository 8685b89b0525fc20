import pg from 'pg'

let pool: pg.Pool | undefined

/**
 * Asks the database over a connection of its own, for at most two seconds: what watches must not
 * queue behind what it watches.
 */
export async function ask<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  pool ??= open()
  return (await pool.query<Row>(text, values)).rows
}

/** Closes that connection. */
export async function closeWatch(): Promise<void> {
  await pool?.end()
  pool = undefined
}

function open(): pg.Pool {
  const opened = new pg.Pool({
    connectionString: process.env.DATABASE_URL ?? '',
    max: 1,
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
    application_name: 'qadam watch',
  })
  // The next question finds out for itself.
  opened.on('error', () => {})
  return opened
}
