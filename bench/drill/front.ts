import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { holdsWithin, isPortFree } from '@/scripts/processes'

const SHIPPED = resolve(import.meta.dirname, '../../deploy/nginx.conf')

/** What stands before two processes: the nginx that the shipped configuration makes, or our own. */
export interface Front {
  url: string
  name: string
  close(): Promise<void>
}

export async function openFront(port: number, ports: number[], folder: string): Promise<Front> {
  const hasNginx = spawnSync('nginx', ['-v']).status === 0
  return hasNginx && existsSync(SHIPPED)
    ? openNginx(port, ports, folder)
    : openRoundRobin(port, ports)
}

/** The shipped configuration with the ports of this drill, without TLS and without its log. */
async function openNginx(port: number, ports: number[], folder: string): Promise<Front> {
  const [, servers = ''] =
    /upstream qadam \{\n([\s\S]*?)\n\}/.exec(readFileSync(SHIPPED, 'utf8')) ?? []
  const others = servers.split('\n').filter((line) => !/^\s*server /.test(line))
  const [terms = ''] = /max_fails[^;]*/.exec(servers) ?? []
  const ours = ports.map((one) => `  server 127.0.0.1:${one} ${terms};`)
  const http = readFileSync(SHIPPED, 'utf8')
    .replace(servers, [...ours, ...others].join('\n'))
    .replace(/server \{\n\s*listen 80;[\s\S]*?\n\}/, '')
    .replace(/listen 443 ssl[^;]*;/, `listen 127.0.0.1:${port};`)
    .replace(/^\s*ssl_.*$/gm, '')
    .replace(/^\s*access_log .*$/gm, '  access_log off;')
    .replace(/(proxy_cache_path )\S+/, `$1${join(folder, 'pages')}`)
    .replace(/proxy_set_header Host .*/, `proxy_set_header Host 127.0.0.1:${port};`)
    .replace(
      /proxy_set_header X-Forwarded-For .*/,
      'proxy_set_header X-Forwarded-For $http_x_forwarded_for;',
    )
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'nginx.conf')
  writeFileSync(
    file,
    `pid ${join(folder, 'nginx.pid')};\ndaemon off;\nuser root;\nworker_processes 1;\nevents {}\nhttp {\n${http}\n}\n`,
  )
  const child = spawn('nginx', ['-c', file, '-e', join(folder, 'error.log')], { stdio: 'inherit' })
  process.once('exit', () => child.kill())
  for (let n = 0; n < 100 && (await isPortFree(port, '127.0.0.1')); n += 1) await pause(50)
  return {
    url: `http://127.0.0.1:${port}`,
    name: 'nginx with deploy/nginx.conf',
    async close() {
      child.kill('SIGTERM')
      await holdsWithin(5_000, () => child.exitCode !== null || child.signalCode !== null)
    },
  }
}

/**
 * Where there is no nginx: one process after the other. What never reached a process goes to the
 * next; a form that may have reached one does not.
 */
async function openRoundRobin(port: number, ports: number[]): Promise<Front> {
  let turn = 0
  const server = createServer(async (incoming, outgoing) => {
    const body = await buffer(incoming)
    for (let tries = 0; tries < ports.length; tries += 1) {
      turn += 1
      const port = ports[turn % ports.length] ?? 0
      if (await pass(port, incoming, body, outgoing, tries + 1 === ports.length)) return
    }
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${port}`,
    name: 'a round robin of the drill (no nginx, or no deploy/nginx.conf)',
    async close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function pass(
  port: number,
  incoming: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
  isLast: boolean,
): Promise<boolean> {
  const { method = 'GET', url = '/', headers } = incoming
  return new Promise((done) => {
    const asked = request({ port, method, path: url, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
      answer.once('close', () => done(true))
    })
    asked.once('error', (error: NodeJS.ErrnoException) => {
      const mayRepeat = method === 'GET' || error.code === 'ECONNREFUSED'
      if (mayRepeat && !isLast && !outgoing.headersSent) return done(false)
      if (!outgoing.headersSent) outgoing.writeHead(502)
      outgoing.end()
      done(true)
    })
    asked.end(body)
  })
}
