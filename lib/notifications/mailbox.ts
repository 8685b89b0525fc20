import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { env } from '@/lib/env'

const mailSchema = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  receivedAt: z.string(),
})

export type LocalMail = z.output<typeof mailSchema>

/** The mails of the local mailbox, newest first, or null where there is none: with a database of one's own. */
export async function listLocalMail(): Promise<LocalMail[] | null> {
  const dir = env.mailboxDir
  if (!dir) return null
  const names = (await readdir(dir))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
  return Promise.all(
    names
      .slice(0, 30)
      .map(async (name) => mailSchema.parse(JSON.parse(await readFile(join(dir, name), 'utf8')))),
  )
}
