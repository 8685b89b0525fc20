import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readGauges } from '@/lib/watch/gauges'
import { exposition } from '@/lib/watch/metrics'

/** Answers `GET /metrics` on a port of its own, which no reader of the site can reach. */
export async function openMetrics(listen: {
  port: number
  hostname: string
}): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    const body = exposition(await readGauges())
    response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' })
    response.end(body)
  })
  server.listen(listen.port, listen.hostname)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${listen.hostname}:${port}/metrics`,
    async close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
