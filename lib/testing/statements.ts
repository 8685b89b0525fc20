import pg from 'pg'
import { z } from 'zod'

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
  Plans?: PlanNode[] | undefined
}

const planNode: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Index Name': z.string().optional(),
    Plans: z.array(planNode).optional(),
  }),
)

/** No public page may read one of these from end to end. */
const GROWING = [
  'listing',
  'ride',
  'housing',
  'capacity',
  'visit',
  'listing_search',
  'spoken_word',
  'spoken_slip',
]

/** Writes down what is read from the database, until `stop` is called. */
export function recordStatements(): { statements: Statement[]; stop(): void } {
  const statements: Statement[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args as [Statement]
    if (!/^\s*(?:SELECT|\(|WITH)/.test(asked.text)) return Reflect.apply(query, this, args)
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

/** The steps by which the database answers a statement, the outermost first. */
export async function planOf(client: pg.Client, { text, values }: Statement): Promise<PlanNode[]> {
  const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values)
  const [{ Plan }] = z.tuple([z.object({ Plan: planNode })]).parse(rows[0]['QUERY PLAN'])
  return nodesOf(Plan)
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

/** Tables that grow with the listings, and others, that a plan reads from end to end. */
export function readWhole(nodes: PlanNode[], others: string[] = []): string[] {
  return nodes
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .map((node) => node['Relation Name'] ?? '')
    .filter((table) => GROWING.includes(table) || others.includes(table))
}

/** A plan in one line: what is read, and by which index. */
export function planLine(nodes: PlanNode[]): string {
  const reads = nodes.flatMap((node) => {
    const name = node['Index Name'] ?? node['Relation Name']
    return name ? [`${node['Node Type']} ${name}`] : []
  })
  return [...new Set(reads)].join(', ')
}
