import pg from 'pg'
import { z } from 'zod'
import { SESSION } from '@/lib/db'

export interface Statement {
  text: string
  values: unknown[]
  /** From sending it until the last row was here. */
  milliseconds?: number
}

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string | undefined
  'Index Name'?: string | undefined
  'Actual Loops': number
  Plans?: PlanNode[] | undefined
}

const planNode: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Index Name': z.string().optional(),
    'Actual Loops': z.number(),
    Plans: z.array(planNode).optional(),
  }),
)

/** No public page may read one of these from end to end. */
const GROWING = [
  'account',
  'capacity',
  'centre',
  'decision',
  'housing',
  'listing',
  'listing_search',
  'opening_exception',
  'opening_hours',
  'request',
  'ride',
  'spoken_slip',
  'spoken_word',
  'visit',
  'wait_report',
]

/** Writes down what is asked of the database, until `stop` is called. */
export function recordStatements(): { statements: Statement[]; stop(): void } {
  const statements: Statement[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args as [Statement]
    const statement: Statement = { text: asked.text, values: asked.values }
    statements.push(statement)
    const began = performance.now()
    const answered = () => {
      statement.milliseconds = performance.now() - began
    }
    // A pool passes what to call in the end, a client of its own answers a promise.
    const call = args.at(-1)
    if (typeof call === 'function') {
      const told = (...answer: unknown[]) => {
        answered()
        return Reflect.apply(call, this, answer)
      }
      return Reflect.apply(query, this, [...args.slice(0, -1), told])
    }
    const answer = Reflect.apply(query, this, args)
    Promise.resolve(answer).then(answered, () => {})
    return answer
  } as typeof query
  return {
    statements,
    stop() {
      pg.Client.prototype.query = query
    },
  }
}

/** Asks these statements again, and tells the steps by which the database answered each, the outermost first. */
export async function plansOf(statements: Statement[]): Promise<PlanNode[][]> {
  const connectionString = process.env.DATABASE_URL
  const client = new pg.Client({ connectionString, options: SESSION })
  await client.connect()
  try {
    const plans: PlanNode[][] = []
    for (const { text, values } of statements) {
      const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)
      const [{ Plan }] = z.tuple([z.object({ Plan: planNode })]).parse(rows[0]['QUERY PLAN'])
      // Of two ways a statement may hold only one is gone.
      plans.push(nodesOf(Plan).filter((node) => node['Actual Loops'] > 0))
    }
    return plans
  } finally {
    await client.end()
  }
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

/** Tables that grow with the site that a plan reads from end to end. */
export function readWhole(nodes: PlanNode[]): string[] {
  return nodes
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .map((node) => node['Relation Name'] ?? '')
    .filter((table) => GROWING.includes(table))
}

/** A plan in one line: what is read, and by which index. */
export function planLine(nodes: PlanNode[]): string {
  const reads = nodes.flatMap((node) => {
    const name = node['Index Name'] ?? node['Relation Name']
    return name ? [`${node['Node Type']} ${name}`] : []
  })
  return [...new Set(reads)].join(', ')
}
