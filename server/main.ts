import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import type { Duplex } from 'node:stream'
import { env } from '@/lib/env'
import { countSearch } from '@/lib/visitors/searches'
import { closeWatch } from '@/lib/watch/connection'
import { readiness } from '@/lib/watch/readiness'
import nextConfig from '@/next.config.js'
import { createAnswer } from './answer'
import { INERT_CSP } from './csp'
import { trustedOrigins } from './doorman'
import { builtInPage, createErrorPages } from './error-pages'
import { NO_STORE, securityHeaders } from './headers'
import { trustedProxies } from './sender'
import { createSharedPages } from './shared'
import { readStylesheets } from './stylesheets'

const CLOSE_WITHIN_MS = 5_000

export type RunningServer = {
  /** Where it listens. */
  url: string
  /** Answers on, but is no longer ready and keeps no connection open. */
  drain(): void
  /** Accepts nothing more, lets running requests end for up to five seconds, then cuts them off. */
  close(): Promise<void>
}

/**
 * Starts Next behind the serving layer and resolves when it answers. The pages must be built, or
 * `dev` true; the settings must be in the environment. `diet: false` leaves the framework's scripts
 * in newcomer pages; the policy still keeps them from running. With `keep` a public page is given out
 * again for two seconds.
 */
export async function startServer(options: {
  port: number
  hostname: string
  dev: boolean
  diet?: boolean
  keep?: boolean
}): Promise<RunningServer> {
  const { port, hostname, dev, diet = true, keep = false } = options
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' })
  const dir = resolve(import.meta.dirname, '..')
  const { default: createNext } = await import('next')

  const server = createServer({
    requestTimeout: 30_000,
    headersTimeout: 10_000,
    keepAliveTimeout: 10_000,
    maxHeaderSize: 16 * 1024,
    // The bare refusals of Node would lack our headers: server/answer.ts says the same with them.
    requireHostHeader: false,
  })
  // Next takes over the upgrades of the server it is told of: hot reload. In production there are
  // none, and an `Upgrade` header must not lead past the doorman.
  const next = createNext({ dev, dir, hostname, port, httpServer: dev ? server : createServer() })
  await next.prepare()

  const stylesheets = dev ? new Map() : await readStylesheets(join(dir, nextConfig.distDir))
  const errorPages = createErrorPages(() => localUrl(server), stylesheets, !dev)
  let closing = false
  server.listen(port, hostname)
  await once(server, 'listening')
  const answer = createAnswer({
    next: next.getRequestHandler(),
    stylesheets,
    errorPages,
    trusted: trustedOrigins(env.publicUrl, env.embedded, portOf(server)),
    proxies: trustedProxies(env.trustedProxies),
    sharedPages: keep ? createSharedPages() : null,
    dev,
    diet,
    countSearch,
    readiness,
    closing: () => closing,
  })
  server.on('request', answer)
  server.on('checkExpectation', answer)
  const secure = env.publicUrl.startsWith('https:')
  server.on('clientError', (error, socket) => refuseUnreadable(error, socket, secure))
  if (!dev) await errorPages.warm().catch((error: unknown) => console.error(error))

  return {
    url: localUrl(server),
    drain() {
      closing = true
    },
    async close() {
      closing = true
      await closeWithin(server, CLOSE_WITHIN_MS)
      await next.close()
      await closeWatch()
    },
  }
}

async function closeWithin(server: Server, milliseconds: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const patience = setTimeout(() => server.closeAllConnections(), milliseconds)
  await closed
  clearTimeout(patience)
}

/** A request that Node's parser gave up on has no response object, only its socket. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex, secure: boolean): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const body = builtInPage(400)
  const headers = {
    ...securityHeaders(INERT_CSP, secure),
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': NO_STORE,
    Connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end(['HTTP/1.1 400 Bad Request', ...lines, '', body].join('\r\n'))
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function localUrl(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`
  return family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`
}
