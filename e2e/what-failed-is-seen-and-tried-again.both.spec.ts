import type { db as database } from '@/lib/db'
import { enqueue } from '@/lib/notifications/jobs'
import { expect, test } from './support/fixtures'

const MAIL = 'Письмо автору о решении'

/** Has the running worker fail for good at a mail; answers its job. */
async function fail(db: typeof database): Promise<string> {
  const id = await db.$transaction(async (tx) => {
    await enqueue(tx, 'decision-mail', { decisionId: 'no id at all' })
    const [job] = await tx.$queryRaw<{ id: string }[]>`
      UPDATE jobs.job SET retry_limit = 0
      WHERE name = 'decision-mail' AND data->>'decisionId' = 'no id at all' AND state = 'created'
      RETURNING id::text`
    return job?.id ?? ''
  })
  const states = () => db.$queryRaw`SELECT state::text FROM jobs.job WHERE id = ${id}::uuid`
  await expect.poll(states, { timeout: 20_000 }).toEqual([{ state: 'failed' }])
  return id
}

test('a moderator sees what failed, an admin has it tried again', async ({ as, db }) => {
  const id = await fail(db)
  const moderator = await as('samal')
  await moderator.goto('/ru/staff')
  await moderator.getByRole('link', { name: /^Задания [1-9]/ }).click()
  await expect(moderator).toHaveURL(/\/ru\/staff\/jobs$/)
  const seen = moderator.getByRole('listitem').filter({ hasText: MAIL }).first()
  await expect(seen).toContainText('1 попытка')
  await expect(seen).toContainText(/Prisma\w+ P\d+/)
  await expect(moderator.getByRole('button', { name: 'Попробовать ещё раз' })).toHaveCount(0)

  await db.$executeRaw`
    UPDATE jobs.job SET data = jsonb_build_object('decisionId', gen_random_uuid())
    WHERE id = ${id}::uuid`
  const admin = await as('dana')
  await admin.goto('/ru/staff/jobs')
  const failed = admin.getByRole('listitem').filter({ has: admin.locator(`[value="${id}"]`) })
  await failed.getByRole('button', { name: 'Попробовать ещё раз' }).click()
  await expect(admin.getByText('Пробуем ещё раз.')).toBeVisible()
  const states = () => db.$queryRaw`SELECT state::text FROM jobs.job WHERE id = ${id}::uuid`
  await expect.poll(states, { timeout: 20_000 }).toEqual([{ state: 'completed' }])
  await admin.goto('/ru/staff/jobs')
  await expect(failed).toHaveCount(0)
})
