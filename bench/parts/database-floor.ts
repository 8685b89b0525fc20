import pg from 'pg'
import { SESSION } from '@/lib/db'
import { publicPages } from '@/lib/testing/public-pages'
import { recordStatements } from '@/lib/testing/statements'

const CONNECTIONS = 4

/** How often a second bare pg answers exactly what a page asks, over a few connections. */
export async function databaseFloor(page: string, seconds: number): Promise<{ perSecond: number }> {
  const ask = (await publicPages(['переноска', 'парк', 'кошка']))[page]
  if (!ask) throw new Error(`There is no page ${page}.`)
  const recorded = recordStatements()
  await ask()
  recorded.stop()
  const statements = recorded.statements.map(({ text, values }) => ({ text, values }))
  const until = performance.now() + seconds * 1_000
  const counts = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new pg.Client({ connectionString: process.env.DATABASE_URL, options: SESSION })
      await client.connect()
      let pages = 0
      for (; performance.now() < until; pages += 1) {
        for (const statement of statements) await client.query(statement)
      }
      await client.end()
      return pages
    }),
  )
  const total = counts.reduce((sum, count) => sum + count, 0)
  return { perSecond: Math.round(total / seconds) }
}
