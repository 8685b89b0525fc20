import type { Random } from './random'
import type { Request } from './requests'

/** Bytes that are no request, two requests in one, or one that never ends. */
export function malformed(random: Random, path: string, origin: string): Request {
  const host = new URL(origin).host
  const last = `GET /ru/about HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`
  const post = (headers: string, body: string, end = '') =>
    `POST /ru/sign-in HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\n${headers}\r\n\r\n${body}${end}`
  const cases: (() => string)[] = [
    // Two lengths, two framings: what one side takes for a body the other takes for a request.
    () => post('Content-Length: 5\r\nTransfer-Encoding: chunked', '0\r\n\r\n', last),
    () => post('Transfer-Encoding: chunked\r\nContent-Length: 5', '5\r\naaaaa\r\n0\r\n\r\n', last),
    () => post('Content-Length: 3\r\nContent-Length: 4', 'a=bc', last),
    () => post('Content-Length: 3, 3', 'a=b', last),
    () => post('Content-Length: +3', 'a=b', last),
    () => post('Content-Length: 0x3', 'a=b', last),
    () => post('Content-Length: -1', 'a=b', last),
    () => post('Content-Length: 99999999999999999999', 'a=b'),
    () => post('Content-Length : 3', 'a=b', last),
    () => post('Transfer-Encoding: xchunked', 'a=b', last),
    () => post('Transfer-Encoding : chunked', '0\r\n\r\n', last),
    () => post('Transfer-Encoding:\tchunked', '0\r\n\r\n', last),
    () => post('Transfer-Encoding: identity, chunked', '0\r\n\r\n', last),
    () => post('Transfer-Encoding: chunked, identity', '0\r\n\r\n', last),
    // A chunk of 16 exbibytes, which never ends.
    () => post('Transfer-Encoding: chunked', 'ffffffffffffffff\r\na'),
    () => post('Transfer-Encoding: chunked', '3;ext="\n"\r\na=b\r\n0\r\nX: y\r\n\r\n', last),
    () => post('Transfer-Encoding: chunked', 'zz\r\n', last),
    () => post('Content-Length: 100', 'a=b'),
    () => post('Expect: 100-continue\r\nContent-Length: 3', 'a=b', last),
    // Request lines.
    () => `GET  ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    () => `GET ${path}\r\n\r\n`,
    () => `GET ${path} HTTP/0.9\r\n\r\n`,
    () => `GET ${path} HTTP/1.0\r\n\r\n`,
    () => `GET ${path} HTTP/2.0\r\nHost: ${host}\r\n\r\n`,
    () => `GET ${path} HTTP/1.1\nHost: ${host}\n\n`,
    () => `get ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    () => `GET\t${path}\tHTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    () => `G\0T ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    () => `GET ${origin}${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    () => `GET http://evil.example/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    () => `OPTIONS * HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    () => `CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n`,
    () => `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`,
    () => `GET /ru/\xff\xfe HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    () => `GET /ru/a b HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    () => `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    () => `GET ?a HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    () => `GET # HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    // Headers.
    () => `GET ${path} HTTP/1.1\r\n\r\n`,
    () =>
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    () => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n: empty\r\n\r\n`,
    () => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nno colon\r\n\r\n`,
    () => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nX: a\0b\r\n\r\n`,
    () => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nX: a\rb\r\n\r\n`,
    () => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nX: a\r\n folded\r\nConnection: close\r\n\r\n`,
    () => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nX\u00ff: a\r\n\r\n`,
    () =>
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: \xff\xfe\x80\r\nConnection: close\r\n\r\n`,
    () => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${'X: a\r\n'.repeat(5_000)}\r\n`,
    () => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
    () =>
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
    () => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n`,
    // Several at once, and no HTTP at all.
    () => `${`GET /ru/about HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(5)}${last}`,
    () => `\r\n\r\n\r\n${last}`,
    () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    () => random.hex(500),
    () => '',
  ]
  const text = random.pick(cases)()
  return { what: 'malformed', bytes: Buffer.from(text, 'latin1'), whole: text.endsWith(last) }
}
