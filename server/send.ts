import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { acceptedEncoding, encode } from './encode'

const COMPRESSIBLE = /^(text\/|image\/svg|application\/(javascript|json|manifest\+json))/
const WORTH_COMPRESSING_BYTES = 512

/** Sends a whole answer: compressed when that helps, its length known, without its body to a HEAD. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  headers: OutgoingHttpHeaders,
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) response.setHeader(name, value)
  }
  response.appendHeader('Vary', 'Accept-Encoding')
  const encoding = isCompressible(response, body)
    ? acceptedEncoding(request.headers['accept-encoding'])
    : undefined
  if (encoding) response.setHeader('Content-Encoding', encoding)
  const sent = encoding ? await encode(body, encoding) : body
  // Next has set the length of an asset that a 304 or a HEAD does not carry.
  if (sent.length > 0 || response.statusCode < 300)
    response.setHeader('Content-Length', sent.length)
  response.end(sent)
}

/** The tag by which a reader who has this very body can ask for a newer one. */
export function tagOf(body: Buffer): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

function isCompressible(response: ServerResponse, body: Buffer): boolean {
  return (
    body.length >= WORTH_COMPRESSING_BYTES &&
    response.statusCode !== 206 &&
    COMPRESSIBLE.test(String(response.getHeader('content-type') ?? ''))
  )
}
