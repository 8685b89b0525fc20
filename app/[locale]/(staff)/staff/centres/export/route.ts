import { requireStaff } from '@/lib/auth/session'
import { localeOf } from '@/lib/i18n/page'
import { writeTable } from '@/lib/registry/csv'
import { listFacts } from '@/lib/registry/queries'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ locale: string }>
}

/** All published centres as the file that the import takes: docs/centres-csv.md. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const locale = localeOf((await params).locale)
  const actor = await requireStaff(locale, `/${locale}/staff/centres`)
  return new Response(writeTable(await listFacts(actor, new Date())), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="qadam-centres.csv"',
    },
  })
}
