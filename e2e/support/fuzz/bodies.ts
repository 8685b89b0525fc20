import type { Field, Form } from './forms'
import { hostileText } from './hostile'
import type { Random } from './random'
import type { World } from './world'

export interface Body {
  type: string | null
  bytes: Buffer
}

const TYPED: Record<string, string> = {
  email: 'marta@example.org',
  tel: '+7 701 555 01 02',
  date: '2026-12-24',
  time: '10:30',
  number: '2',
}

/** A form filled in, mostly as a person would, partly as nobody would, in one of many encodings. */
export function formBody(random: Random, form: Form, world: World): Body {
  const pairs = form.fields.flatMap((field) => filled(random, field, world))
  if (random.chance(10)) pairs.push([hostileText(random).slice(0, 200), hostileText(random)])
  if (random.chance(3)) for (let n = 0; n < 2_000; n += 1) pairs.push([`n${n}`, 'x'])
  if (random.chance(5)) pairs.reverse()
  return random.chance(85) ? multipart(random, pairs) : encoded(random, pairs)
}

/** The arguments of an action as the router of the framework sends them, or something like them. */
export function argumentsBody(random: Random, form: Form, world: World): Body {
  const state = '{"values":{},"errors":[]}'
  if (random.chance(50)) {
    const pairs: [string, string][] = form.fields.flatMap((field) =>
      filled(random, field, world).map(([name, text]): [string, string] => [`1_${name}`, text]),
    )
    return multipart(random, [
      ...pairs,
      ['0', random.chance(80) ? `[${state},"$K1"]` : hostileText(random)],
    ])
  }
  const texts = [
    '[]',
    '[{}]',
    `[${state},"$K1"]`,
    '["$F1"]',
    '[1,2]',
    '["$@0"]',
    '["$0"]',
    `[${'['.repeat(20_000)}`,
  ]
  const text = random.chance(70) ? random.pick(texts) : `[${JSON.stringify(hostileText(random))}]`
  return { type: 'text/plain;charset=UTF-8', bytes: Buffer.from(text) }
}

/** A body of any kind under any name. */
export function anyBody(random: Random): Body {
  const types = [
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=x',
    `multipart/form-data; boundary=${'x'.repeat(300)}`,
    'multipart/mixed; boundary=x',
    'application/octet-stream',
    'text/x-component',
    'a',
    '/',
    null,
  ]
  const sizes = [0, 1, 100, 60_000, 1_048_576, 1_048_577]
  const type = random.pick(types)
  if (random.chance(20)) return { type, bytes: Buffer.alloc(random.pick(sizes), random.below(256)) }
  return { type, bytes: Buffer.from(hostileText(random)) }
}

function filled(random: Random, { name, type, values }: Field, world: World): [string, string][] {
  const isInternal = name.startsWith('$ACTION')
  if (random.chance(isInternal ? 2 : 4)) return []
  const usual = values.length > 0 ? random.pick(values) : (TYPED[type] ?? 'Нас двое')
  if (random.chance(isInternal ? 6 : 15)) {
    const strange = random.chance(25)
      ? random.pick([...world.ids, ...world.tokens])
      : hostileText(random)
    return [[random.chance(90) ? name : mangled(random, name), strange]]
  }
  const isTick = type === 'checkbox'
  if (isTick && random.chance(50)) return []
  return random.chance(3)
    ? [
        [name, usual],
        [name, hostileText(random)],
      ]
    : [[name, usual]]
}

function mangled(random: Random, text: string): string {
  const at = random.below(text.length + 1)
  return `${text.slice(0, at)}${random.pick(['', '\0', '1', ':', '__proto__', '"'])}${text.slice(at + 1)}`
}

function encoded(random: Random, pairs: [string, string][]): Body {
  const text = pairs.map(([name, value]) => `${inAddress(name)}=${inAddress(value)}`).join('&')
  const type = random.chance(80) ? 'application/x-www-form-urlencoded' : 'text/plain'
  return { type, bytes: Buffer.from(random.chance(90) ? text : text.replaceAll('%', '%%')) }
}

/** A text as it stands in an address; half a character becomes the sign for one. */
export function inAddress(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
}

/** Parts between boundaries; one time in eight something about them is broken. */
function multipart(random: Random, pairs: [string, string][]): Body {
  const boundary = `----${random.hex(16)}`
  const parts = pairs.map(([name, value]) => {
    const file = random.below(300) === 0 ? '; filename="a.png"\r\nContent-Type: image/png' : ''
    const field = name.replaceAll('"', '%22').replaceAll(/[\r\n]/g, '')
    return `--${boundary}\r\nContent-Disposition: form-data; name="${field}"${file}\r\n\r\n${value}\r\n`
  })
  const whole = `${parts.join('')}--${boundary}--\r\n`
  const type = `multipart/form-data; boundary=${boundary}`
  if (!random.chance(12)) return { type, bytes: Buffer.from(whole) }
  const broken = random.pick([
    whole.slice(0, random.below(whole.length)),
    whole.slice(0, -4),
    whole.replace('form-data;', 'attachment;'),
    whole.replaceAll('\r\n', '\n'),
    whole.replace(' name=', ' nam='),
    `preamble${whole}epilogue`,
    '',
  ])
  return { type, bytes: Buffer.from(broken) }
}
