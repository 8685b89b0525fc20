import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { scratchFolder } from '@/lib/testing/scratch'
import { read } from '@/lib/testing/sources'
import { freePort } from '@/scripts/processes'
import { onStop } from '@/scripts/shutdown'

export interface Front {
  port: number
  /** Where a page lies as a file, and the port under which nginx gives it out. */
  files: { folder: string; port: number }
  stop(): Promise<void>
}

/**
 * Starts the nginx of this machine with deploy/nginx.conf before sites on these ports, without TLS,
 * and beside it with a folder of files.
 */
export async function startNginx(sites: number[]): Promise<Front> {
  const { path } = scratchFolder()
  const [port, filesPort] = [await freePort(), await freePort()]
  const folder = join(path, 'files')
  for (const name of ['files', 'temp']) mkdirSync(join(path, name), { mode: 0o777 })
  const config = join(path, 'nginx.conf')
  writeFileSync(config, configOf(path, port, filesPort, sites))
  for (const name of ['files', 'temp']) chmodSync(join(path, name), 0o777)
  const child = spawn('nginx', ['-p', path, '-c', config, '-e', join(path, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const stop = async () => {
    if (child.exitCode !== null) return
    child.kill('SIGQUIT')
    await new Promise((ended) => child.once('exit', ended))
  }
  onStop(stop)
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error('nginx did not start with deploy/nginx.conf.')
    await pause(20)
  }
  return { port, files: { folder, port: filesPort }, stop }
}

function configOf(path: string, port: number, filesPort: number, sites: number[]): string {
  return `daemon off;
worker_processes auto;
pid ${path}/nginx.pid;
events { worker_connections 1024; }
http {
  sendfile on;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${path}/temp/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${filesPort};
    access_log off;
    root ${path}/files;
    location / { default_type "text/html; charset=utf-8"; add_header Content-Encoding br; }
  }
${shipped(path, port, sites)}
}
`
}

/** The shipped configuration on a port of ours, without TLS and without its redirect to TLS. */
export function shipped(path: string, port: number, sites: number[]): string {
  const text = read('deploy/nginx.conf').text
  const replaced: [RegExp, string][] = [
    [/^server \{\n {2}listen 80;[\s\S]*?^\}\n/m, ''],
    [/listen 443 ssl http2;/, `listen 127.0.0.1:${port};`],
    [/server_name qadam\.example;/, 'server_name 127.0.0.1;'],
    [/^ {2}ssl_.*\n/gm, ''],
    [/^( {2}server 127\.0\.0\.1:300\d[^\n]*\n)+/m, servers(sites)],
    [/\/dev\/shm\/qadam-pages/, `${path}/pages`],
    [/\/var\/log\/nginx\/qadam\.log/, `${path}/access.log`],
  ]
  return replaced.reduce((config, [known, instead]) => {
    if (!known.test(config)) throw new Error(`deploy/nginx.conf has no ${known}.`)
    known.lastIndex = 0
    return config.replace(known, instead)
  }, text)
}

function servers(sites: number[]): string {
  return sites.map((site) => `  server 127.0.0.1:${site} max_fails=1 fail_timeout=1s;\n`).join('')
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
