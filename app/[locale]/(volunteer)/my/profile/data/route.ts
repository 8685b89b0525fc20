import { requireActor } from '@/lib/auth/session'
import { getOwnData } from '@/lib/data-rights/queries'
import { localeOf } from '@/lib/i18n/page'

export const dynamic = 'force-dynamic'

/** What is kept of whoever is signed in, as one file: docs/decisions/0039. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const locale = localeOf((await params).locale)
  const actor = await requireActor(locale, `/${locale}/my/profile`)
  const data = await getOwnData(actor, new Date())
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="qadam-my-data.json"',
      'Cache-Control': 'private, no-store',
    },
  })
}
