import { env } from '@/lib/env'
import { prepareJobs, startWorker } from '@/lib/notifications/worker'
import { startServer } from '@/server/main'

/** Everything that runs while the site is up: background work first, then the web server. */
export async function serve(options: {
  port: number
  hostname: string
  dev: boolean
}): Promise<{ close(): Promise<void> }> {
  // next-auth looks for its address under this name.
  process.env.NEXTAUTH_URL = env.publicUrl
  await prepareJobs(env.databaseUrl)
  const worker = await startWorker(env.databaseUrl)
  const server = await startServer(options)
  return {
    async close() {
      await server.close()
      await worker.stop()
    },
  }
}
