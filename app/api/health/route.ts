import { db } from '@/lib/db'

export const dynamic = 'force-dynamic'

/** For the operator's watchdog: 200 while the database answers, else 503. Says nothing more. */
export async function GET(): Promise<Response> {
  const answers = await db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  )
  return Response.json(
    { status: answers ? 'ok' : 'database away' },
    { status: answers ? 200 : 503 },
  )
}
