import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'

/**
 * Runs a handler and holds back what it writes, so that status, headers and body can be judged
 * before the first byte leaves. Resolves with the body when the handler ends the response, rejects
 * when it fails or breaks off; by then the response is itself again and unsent, with the headers
 * the handler gave it. (Next's handler itself only returns when the answer is out.)
 */
export function captureBody(
  response: ServerResponse,
  handle: () => Promise<void>,
): Promise<Buffer> {
  const chunks: Buffer[] = []
  const { writeHead, write, end, flushHeaders, destroy } = response
  const release = () => Object.assign(response, { writeHead, write, end, flushHeaders, destroy })

  return new Promise((resolve, reject) => {
    response.flushHeaders = () => {}
    response.writeHead = (status: number, ...rest: unknown[]) => {
      response.statusCode = status
      setAll(response, rest.find(isObject))
      return response
    }
    response.write = (chunk: unknown, ...rest: unknown[]) => {
      chunks.push(toBuffer(chunk, rest[0]))
      const callback = rest.find(isCallback)
      if (callback) queueMicrotask(callback)
      return true
    }
    response.end = (...given: unknown[]) => {
      release()
      chunks.push(toBuffer(given[0], given[1]))
      const callback = given.find(isCallback)
      if (callback) response.once('finish', callback)
      resolve(Buffer.concat(chunks))
      return response
    }
    response.destroy = (error?: Error) => {
      release()
      reject(error ?? new Error('The answer was broken off.'))
      return response
    }
    handle().catch((error: unknown) => {
      release()
      reject(error)
    })
  })
}

function toBuffer(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk === 'string') {
    return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
  }
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0)
}

function setAll(response: ServerResponse, headers: OutgoingHttpHeaders = {}): void {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) response.setHeader(name, value)
  }
}

function isObject(value: unknown): value is OutgoingHttpHeaders {
  return typeof value === 'object' && value !== null
}

function isCallback(value: unknown): value is () => void {
  return typeof value === 'function'
}
