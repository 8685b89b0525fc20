import { getPublicFigures } from '@/lib/figures/queries'
import { csv } from '@/lib/figures/rules'

export const dynamic = 'force-dynamic'

/** The figures of the transparency page as CSV; an empty cell is a group under 20. */
export async function GET(): Promise<Response> {
  const { waiting, minutesToDecide, removals, cities } = await getPublicFigures(new Date())
  const rows = [
    ['figure', 'of', 'value'],
    ['waiting', '', waiting],
    ['minutes_to_decide', '', minutesToDecide],
    ...cities.flatMap(({ city, offers, requests }) => [
      ['offers', city, offers],
      ['requests', city, requests],
    ]),
    ...removals.map(({ reason, count }) => ['removals', reason, count]),
  ]
  return new Response(csv(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="qadam-figures.csv"',
    },
  })
}
