import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** What a server said on a socket, as far as it is an answer. */
export interface Answer {
  status: number
  headers: Map<string, string>
  body: string
}

export interface Talk {
  /** What came, one or several; none when the server only closed. */
  answers: Answer[]
  /** False when the server neither answered nor closed in time. */
  ended: boolean
}

/**
 * Writes bytes to a port and reads until the server closes. `whole` says that the bytes are all of
 * a request that asks to be the last; otherwise our side closes first, as of a client that dies.
 */
export function talk(port: number, bytes: Buffer, whole: boolean, patience: number): Promise<Talk> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    const done = (ended: boolean) => {
      clearTimeout(limit)
      socket.destroy()
      resolve({ answers: answersIn(Buffer.concat(chunks)), ended })
    }
    const limit = setTimeout(done, patience, false)
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('end', () => done(true))
    socket.on('error', () => done(true))
    socket.on('close', () => done(true))
    socket.write(bytes)
    if (!whole) socket.end()
  })
}

function answersIn(received: Buffer): Answer[] {
  const answers: Answer[] = []
  for (let rest = received; rest.length > 0; ) {
    const end = rest.indexOf('\r\n\r\n')
    const head = rest.subarray(0, end < 0 ? rest.length : end).toString('latin1')
    const [line = '', ...fields] = head.split('\r\n')
    const headers = new Map(
      fields.map((field): [string, string] => {
        const colon = field.indexOf(':')
        return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()]
      }),
    )
    const from = end < 0 ? rest.length : end + 4
    const length = Number(headers.get('content-length') ?? rest.length)
    const raw = rest.subarray(from, from + length)
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1] ?? 0)
    answers.push({ status, headers, body: decoded(raw, headers.get('content-encoding')) })
    // A HEAD and a 304 name a length that does not follow: then what follows begins here.
    const next = startsAnswer(rest.subarray(from)) ? from : from + raw.length
    rest = rest.subarray(next)
  }
  return answers
}

function startsAnswer(bytes: Buffer): boolean {
  return bytes.subarray(0, 9).toString('latin1') === 'HTTP/1.1 '
}

function decoded(body: Buffer, encoding: string | undefined): string {
  if (body.length === 0 || !encoding) return body.toString('utf8')
  return (encoding === 'br' ? brotliDecompressSync(body) : gunzipSync(body)).toString('utf8')
}
