import { setTimeout as pause } from 'node:timers/promises'
import { env, readDrain, readMetricsListen } from '@/lib/env'
import { prepareJobs, startWorker } from '@/lib/notifications/worker'
import { startServer } from '@/server/main'
import { openMetrics } from '@/server/metrics'

/**
 * Everything that runs while the site is up: background work first, unless a process of its own
 * does it (QADAM_WORKER=separate), then the web server. With `keep` it gives out public pages again
 * for two seconds. Told to stop, it is at once not ready for whoever asks, ends its jobs, and
 * answers on for DRAIN_SECONDS.
 */
export async function serve(options: {
  port: number
  hostname: string
  dev: boolean
  keep: boolean
}): Promise<{ close(): Promise<void> }> {
  // next-auth looks for its address under this name.
  process.env.NEXTAUTH_URL = env.publicUrl
  await prepareJobs(env.databaseUrl)
  const worker = env.separateWorker ? undefined : await startWorker(env.databaseUrl)
  const server = await startServer(options)
  const listen = readMetricsListen(process.env)
  const metrics = listen ? await openMetrics(listen) : undefined
  return {
    async close() {
      server.drain()
      await Promise.all([pause(readDrain(process.env) * 1_000), worker?.stop()])
      await server.close()
      await metrics?.close()
    },
  }
}
