import { CITY_SLUGS } from '@/lib/places/cities'
import { ROUTES } from '@/server/routes'
import { anyBody, argumentsBody, type Body, formBody, inAddress } from './bodies'
import { hostileHeaders, hostileText } from './hostile'
import { malformed } from './malformed'
import type { Random } from './random'
import type { World } from './world'

/** One request as bytes. `whole`: all of a request, which asks the server to close afterwards. */
export interface Request {
  what: string
  bytes: Buffer
  whole: boolean
}

const METHODS = [
  'GET',
  'GET',
  'GET',
  'HEAD',
  'POST',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'QUERY',
]
const NAMES = [
  'q',
  'kind',
  'sort',
  'near',
  'people',
  'date',
  'from',
  'to',
  'open',
  'service',
  'after',
  'page',
  'next',
  'done',
  'sent',
  'token',
  'again',
  'city',
  'time',
  'adults',
  'nights',
  '_rsc',
  'refresh',
  'new',
  'answer',
]

/** A request of any of the kinds that a site is asked. */
export function anyRequest(random: Random, world: World): Request {
  const kind = random.below(100)
  if (kind < 35) return form(random, world)
  if (kind < 50) return action(random, world)
  if (kind < 60) return router(random, world)
  if (kind < 70) return malformed(random, anyPath(random, world), world.origin)
  return visit(random, world)
}

/** A form sent as by a browser without scripts. */
function form(random: Random, world: World): Request {
  const chosen = random.pick(world.forms)
  const path = random.chance(95) ? chosen.path : anyPath(random, world)
  const cookie = random.chance(90) ? chosen.cookie : random.pick(world.cookies)
  return write(random, world, 'form', 'POST', path, cookie, [], formBody(random, chosen, world))
}

/** An action called as by the framework in a browser. */
function action(random: Random, world: World): Request {
  const chosen = random.pick(world.forms)
  const known = random.pick(world.actions)
  const id = random.pick([
    known,
    known,
    known,
    known,
    `${known}0`,
    known.replace(/.$/, 'x'),
    'x',
    random.hex(42),
    '__proto__',
  ])
  const path = random.chance(80) ? chosen.path : anyPath(random, world)
  const headers: [string, string][] = [
    ['Next-Action', id],
    ['Accept', 'text/x-component'],
  ]
  if (random.chance(50)) headers.push(['Next-Router-State-Tree', tree(random)])
  const body = random.chance(85)
    ? argumentsBody(random, chosen, world)
    : formBody(random, chosen, world)
  return write(random, world, 'action', 'POST', path, chosen.cookie, headers, body)
}

/** A page asked for by the framework's router. */
function router(random: Random, world: World): Request {
  const chosen = random.pick(world.forms)
  const path = random.chance(60) ? chosen.path : anyPath(random, world)
  const headers: [string, string][] = [
    ['RSC', '1'],
    ['Next-Router-State-Tree', tree(random)],
  ]
  if (random.chance(30)) headers.push(['Next-Router-Prefetch', random.pick(['1', '2', 'x'])])
  if (random.chance(20)) headers.push(['Next-Url', random.chance(50) ? path : hostileText(random)])
  return write(
    random,
    world,
    'router',
    'GET',
    `${path}?_rsc=${random.hex(5)}`,
    chosen.cookie,
    headers,
    null,
  )
}

/** Anything else with any headers. */
function visit(random: Random, world: World): Request {
  const method = random.pick(METHODS)
  const hasBody = method === 'POST' || method === 'PUT' || random.chance(5)
  const cookie = random.pick(world.cookies)
  return write(
    random,
    world,
    'visit',
    method,
    anyPath(random, world),
    cookie,
    [],
    hasBody ? anyBody(random) : null,
  )
}

function write(
  random: Random,
  world: World,
  what: string,
  method: string,
  path: string,
  cookie: string,
  own: [string, string][],
  body: Body | null,
): Request {
  const origin = random.chance(93)
    ? world.origin
    : random.pick(['null', '', 'https://evil.example', `${world.origin}.evil.example`, 'x'])
  const headers: [string, string][] = [
    ['Host', new URL(world.origin).host],
    ...(cookie ? [['Cookie', cookie] as [string, string]] : []),
    ['X-Forwarded-For', `198.18.${random.below(256)}.${random.below(256)}`],
    ...own,
    ...(random.chance(what === 'visit' ? 70 : 15) ? hostileHeaders(random) : []),
  ]
  if (body) {
    if (origin) headers.push(['Origin', origin])
    if (body.type !== null) headers.push(['Content-Type', body.type])
    headers.push(['Content-Length', String(body.bytes.length)])
  }
  // Of two headers with one name that may stand once, the parser takes the first or refuses.
  const isHop = headers.some(([name]) => name === 'Upgrade' || name === 'Connection')
  if (!isHop) headers.push(['Connection', 'close'])
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  const head = `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
  return {
    what: `${what} ${method}`,
    bytes: Buffer.concat([Buffer.from(head, 'latin1'), body?.bytes ?? Buffer.alloc(0)]),
    whole: !isHop,
  }
}

function anyPath(random: Random, world: World): string {
  const value: Record<string, () => string> = {
    locale: () => random.pick(['ru', 'kk', 'en']),
    city: () => (random.chance(80) ? random.pick(['uralsk', ...CITY_SLUGS]) : segment(random)),
    id: () => (random.chance(85) ? random.pick(world.ids) : segment(random)),
    token: () => (random.chance(60) ? random.pick(world.tokens) : segment(random)),
    topic: () => (random.chance(80) ? random.pick(['iin', 'safety', 'address']) : segment(random)),
  }
  const pattern = random.pick(ROUTES).pattern
  const deeper = () => (random.chance(60) ? `/${segment(random)}` : '')
  const path = pattern
    .replace('/**', deeper)
    .replace(/\{(\w+)\}/g, (_, name: string) => value[name]?.() ?? '')
  const whole = random.chance(6)
    ? path +
      random.pick([
        '/',
        '//',
        '/.',
        '/..',
        '%2f',
        '%00',
        ';a=1',
        '.rsc',
        '.json',
        '%',
        '\\',
        '/%2e%2e',
        '%c0%ae',
        '#a',
      ])
    : path
  return random.chance(55) ? whole : `${whole}?${query(random)}`
}

function query(random: Random): string {
  const pair = () => `${random.pick(NAMES)}=${address(random, hostileText(random)).slice(0, 7_000)}`
  return Array.from({ length: 1 + random.below(4) }, pair).join('&')
}

function segment(random: Random): string {
  return address(random, hostileText(random).slice(0, 400)) || '-'
}

/** A text in an address: well encoded, or in one of the other ways. */
function address(random: Random, text: string): string {
  const well = inAddress(text)
  return random.chance(90)
    ? well
    : random.pick([
        well.replaceAll('%', '%25'),
        well.toLowerCase(),
        well.slice(0, -1),
        `${well}%ff`,
      ])
}

/** Where the framework's router says it is. */
function tree(random: Random): string {
  const page = ['__PAGE__', {}, null, null]
  const usual = [
    '',
    { children: [['locale', 'ru', 'd'], { children: ['my', { children: page }] }] },
    null,
    null,
    true,
  ]
  const trees = [
    usual,
    usual,
    usual,
    [],
    {},
    null,
    1,
    [''],
    ['', null],
    ['', { children: {} }],
    [['a', 'b', 'x'], {}],
    ['', {}, 1, 2, 3, 4],
  ]
  const text = random.chance(80)
    ? JSON.stringify(random.pick(trees))
    : hostileText(random).slice(0, 3_000)
  return random.chance(90) ? inAddress(text) : '%E0%A4%A'
}
