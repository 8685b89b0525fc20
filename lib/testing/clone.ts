import { randomBytes } from 'node:crypto'
import pg from 'pg'

/**
 * Copies the database at `template`, which nobody may be connected to, and answers the address
 * of the copy and how to drop it.
 */
export async function cloneDatabase(
  template: string,
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const source = new URL(template).pathname.slice(1)
  await administer(template, `create database ${name} template ${source} strategy file_copy`)
  return {
    url: addressOf(template, name),
    drop: () => administer(template, `drop database ${name} with (force)`),
  }
}

async function administer(template: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(template, 'template1') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

function addressOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = name
  return url.href
}
