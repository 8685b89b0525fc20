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
    const began = performance.now()
    const answer = Reflect.apply(query, this, args)
    if (/^\s*(?:SELECT|\(|WITH)/.test(asked.text)) {
      const statement: Statement = { text: asked.text, values: asked.values }
      statements.push(statement)
      Promise.resolve(answer).then(
        () => {
          statement.milliseconds = performance.now() - began
        },
        () => {},
      )
    }
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
