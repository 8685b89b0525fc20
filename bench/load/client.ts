import { randomInt } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export interface Load {
  port: number
  paths: string[]
  connections: number
  seconds: number
  /** Ends earlier when so many have been answered. */
  requests?: number
}

export interface Answered {
  requests: number
  perSecond: number
  /** Answers other than 200, and connections that broke. */
  failed: number
  bytes: number
  durations: number[]
}

const HEADERS = ['Accept-Encoding: br', 'Accept: text/html', 'User-Agent: bench'].join('\r\n')

/**
 * Asks one loopback port again and again over connections that stay open, each waiting for its
 * answer before it asks for the next path. Only for answers that state their length or come in chunks.
 */
export async function fire(load: Load): Promise<Answered> {
  const began = performance.now()
  const until = began + load.seconds * 1_000
  const total: Omit<Answered, 'perSecond'> = { requests: 0, failed: 0, bytes: 0, durations: [] }
  let next = 0
  const more = () =>
    performance.now() < until && next < (load.requests ?? Number.POSITIVE_INFINITY)
      ? load.paths[next++ % load.paths.length]
      : undefined
  await Promise.all(
    Array.from({ length: load.connections }, () => converse(load.port, more, total)),
  )
  const seconds = (performance.now() - began) / 1_000
  return { ...total, perSecond: Math.round(total.requests / seconds) }
}

/** One connection; one that breaks is counted and opened again. */
async function converse(
  port: number,
  more: () => string | undefined,
  total: Omit<Answered, 'perSecond'>,
): Promise<void> {
  let socket: Socket | undefined
  for (let path = more(); path; path = more()) {
    const began = performance.now()
    try {
      socket ??= await open(port)
      const { status, bytes, closes } = await ask(socket, path)
      total.requests += 1
      total.bytes += bytes
      total.durations.push(performance.now() - began)
      if (status !== 200) total.failed += 1
      if (closes) socket = void socket.destroy()
    } catch {
      total.failed += 1
      socket = void socket?.destroy()
    }
  }
  socket?.destroy()
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.once('connect', () => resolve(socket))
    socket.once('error', reject)
  })
}

function ask(
  socket: Socket,
  path: string,
): Promise<{ status: number; bytes: number; closes: boolean }> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let bytes = 0
    let whole: ((parts: Buffer[], bytes: number) => boolean) | undefined
    const done = (settle: () => void) => {
      socket.removeAllListeners('data').removeAllListeners('close').removeAllListeners('error')
      settle()
    }
    socket.on('error', (error) => done(() => reject(error)))
    socket.on('close', () => done(() => reject(new Error('It hung up.'))))
    socket.on('data', (part) => {
      parts.push(part)
      bytes += part.length
      whole ??= endOf(parts.length > 1 ? Buffer.concat(parts) : part)
      if (!whole?.(parts, bytes)) return
      const [first = part] = parts
      const closes = /\r\nconnection: close/i.test(first.toString('latin1', 0, 2_000))
      const status = Number(first.toString('latin1', 9, 12))
      done(() => resolve({ status, bytes, closes }))
    })
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${socket.remotePort}\r\n${HEADERS}\r\nX-Forwarded-For: ${anybody()}\r\n\r\n`,
    )
  })
}

/** A crowd comes from many networks: of one a site answers only so many searches. */
function anybody(): string {
  return [10, randomInt(256), randomInt(256), 1 + randomInt(254)].join('.')
}

/** How to tell that an answer is whole, once its headers are here. */
function endOf(start: Buffer): ((parts: Buffer[], bytes: number) => boolean) | undefined {
  const head = start.indexOf('\r\n\r\n')
  if (head < 0) return undefined
  const length = /\r\ncontent-length: (\d+)/i.exec(start.toString('latin1', 0, head))?.[1]
  if (length) return (_parts, bytes) => bytes >= head + 4 + Number(length)
  return (parts) => parts.at(-1)?.subarray(-5).toString('latin1') === '0\r\n\r\n'
}
