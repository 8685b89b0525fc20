import pg from 'pg'

/**
 * Asks the database at DATABASE_URL for an answer within five seconds. Throws an Error with one
 * sentence that never holds the password.
 */
export async function reachDatabase(databaseUrl: string): Promise<void> {
  const place = placeOf(databaseUrl)
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
  })
  // Without a listener a connection that breaks later would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
  } catch (error) {
    throw new Error(`The database at ${place} does not answer (${reasonOf(error)}).`)
  } finally {
    await client.end().catch(() => {})
  }
}

function placeOf(databaseUrl: string): string {
  try {
    const { hostname, port, pathname } = new URL(databaseUrl)
    return `${hostname}:${port || 5432}${pathname}`
  } catch {
    throw new Error(
      'DATABASE_URL is not an address like postgresql://user:password@host:5432/name.',
    )
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : 'unknown reason'
}
