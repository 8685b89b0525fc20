import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, production, read, type Source, sources } from '@/lib/testing/sources'

const ROOT = resolve(import.meta.dirname, '..')
const DOMAINS = [
  ...'accounts capacity centres data-rights hosting housing listings moderation plans'.split(' '),
  ...'reports retention rides truth visits'.split(' '),
]
const ALL = sources(
  'app',
  'bench',
  'components',
  'deploy',
  'e2e',
  'lib',
  'prisma/seed',
  'scripts',
  'server',
)
const CODE = production('app', 'components', 'lib', 'prisma/seed', 'scripts', 'server')

/** The paths of those for which the answer is yes. */
function those(files: Source[], isSo: (file: Source) => boolean): string[] {
  return files.filter(isSo).map(({ path }) => path)
}

function imports(file: Source, pattern: RegExp): boolean {
  return importsOf(file).some((from) => pattern.test(from))
}

const under = (folder: string) => CODE.filter(({ path }) => path.startsWith(`${folder}/`))
const named = (name: string) =>
  CODE.filter(({ path }) => path.startsWith('lib/') && path.endsWith(`/${name}.ts`))

describe('where things live', () => {
  it('the top level is fixed', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter(
        (entry) => entry.isDirectory() && !/^\.|^node_modules$|^test-results$/.test(entry.name),
      )
      .map(({ name }) => name)
    const known =
      'app bench components deploy docs e2e lib messages prisma public scripts server'.split(' ')
    expect(folders.filter((name) => !known.includes(name))).toEqual([])
  })

  it('a domain folder holds five file names and their tests', () => {
    const allowed =
      /\/(?:schema|rules|queries|commands|actions)\.ts$|\.test\.ts$|^lib\/listings\/kinds\.ts$/
    const inDomains = ALL.filter(({ path }) =>
      DOMAINS.some((domain) => path.startsWith(`lib/${domain}/`)),
    )
    expect(inDomains.length).toBeGreaterThan(40)
    expect(those(inDomains, ({ path }) => !allowed.test(path))).toEqual([])
  })

  it('nothing is a barrel or has a name that says nothing', () => {
    const empty =
      /(?:^|\/)(?:index\.tsx?$|(?:utils?|helpers?|common|misc|services?|managers?)(?:\/|\.))/
    expect(those(ALL, ({ path }) => empty.test(path))).toEqual([])
    const verb = /export (?:async )?function (?:handle|process|manage|do|perform)[A-Z]/
    expect(those(CODE, ({ text }) => verb.test(text))).toEqual([])
  })

  it('no file is above 300 lines, no page above 100', () => {
    expect(those(ALL, ({ lines }) => lines > 300)).toEqual([])
    const isLongPage = ({ path, lines }: Source) =>
      /\/(?:page|layout)\.tsx$/.test(path) && lines > 100
    expect(those(CODE, isLongPage)).toEqual([])
  })

  it('half of the files have about 60 lines or fewer', () => {
    const sizes = CODE.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60)
  })
})

describe('what may import what', () => {
  it('what things mean knows nothing of how they look or leave the building', () => {
    expect(
      those(under('lib'), (file) => imports(file, /^@\/(?:app|components|server|scripts)\//)),
    ).toEqual([])
  })

  it('what things look like asks no database', () => {
    const data = /^@\/lib\/(?:db|generated\/prisma\/client)$|\/commands$/
    const isTypeOnly = /import type [^;'"]*from '@\/lib\/generated\/prisma\/client'/
    expect(
      those(under('components'), (file) => imports(file, data) && !isTypeOnly.test(file.text)),
    ).toEqual([])
  })

  it('pages ask queries, never the database itself', () => {
    expect(those(under('app'), (file) => imports(file, /^@\/lib\/db$|\/commands$/))).toEqual([])
  })

  it('schemas and rules touch neither database nor framework', () => {
    const files = [...named('schema'), ...named('rules')]
    expect(files.length).toBeGreaterThan(8)
    expect(
      those(files, (file) => imports(file, /^@\/lib\/db$|^next|\/(?:queries|commands|actions)$/)),
    ).toEqual([])
  })

  it('commands know no form, cookie or redirect; queries do not either', () => {
    const files = [...named('commands'), ...named('queries')]
    expect(
      those(files, (file) => imports(file, /^next/) || /\bFormData\b/.test(file.text)),
    ).toEqual([])
  })

  it('actions are for the browser and never open the database', () => {
    expect(those(named('actions'), (file) => imports(file, /^@\/lib\/db$/))).toEqual([])
    expect(those(named('actions'), ({ text }) => !text.startsWith("'use server'\n"))).toEqual([])
    const servers = those(CODE, ({ text }) => /^['"]use server['"]/m.test(text))
    expect(servers.filter((path) => !path.endsWith('/actions.ts'))).toEqual([])
  })

  it('what can be shipped elsewhere knows nothing of us', () => {
    const ours = /^@\/lib\/(?!i18n\/|action$)|^@\/components\/(?!ui\/)/
    expect(those(under('components/ui'), (file) => imports(file, ours))).toEqual([])
  })
})

describe('pages of newcomers', () => {
  const resolved = (from: string) =>
    ['', '.ts', '.tsx']
      .map((end) => from.replace('@/', '') + end)
      .find((path) => /\.tsx?$/.test(path) && existsSync(join(ROOT, path)))

  /** Everything that these pages are made of, with how it is reached. */
  function madeOf(pages: Source[]): Map<string, string> {
    const reached = new Map(pages.map(({ path }) => [path, 'is a page']))
    const queue = [...pages]
    for (let file = queue.pop(); file; file = queue.pop()) {
      for (const path of importsOf({ ...file, text: withoutTypes(file.text) }).map(resolved)) {
        if (!path || reached.has(path) || path.startsWith('lib/generated')) continue
        reached.set(path, `by ${file.path}`)
        queue.push(read(path))
      }
    }
    return reached
  }

  const withoutTypes = (text: string) => text.replace(/^import type [^;]*?from '[^']+'$/gm, '')
  const pages = under('app').filter(({ path }) =>
    /^app\/\[locale\]\/(?:\(newcomer\)|\(pack\)|errors)\//.test(path),
  )
  const parts = madeOf(pages)

  it('are found at all', () => {
    expect(pages.length).toBeGreaterThan(10)
    expect(parts.size).toBeGreaterThan(60)
  })

  it('import nothing of lib/auth but the guest', () => {
    const auth = pages.flatMap((page) =>
      importsOf(page).filter((from) => from.includes('lib/auth')),
    )
    expect(new Set(auth)).toEqual(new Set(['@/lib/auth/viewer']))
  })

  it('never ask who is signed in, never send a form to an action, never hydrate', () => {
    const isPrivate = (path: string) =>
      path === 'lib/auth/session.ts' ||
      path === 'lib/auth/sign-in.ts' ||
      /^['"]use (?:client|server)['"]/m.test(read(path).text)
    expect([...parts].filter(([path]) => isPrivate(path))).toEqual([])
  })
})

describe('who may do what', () => {
  it('is known to the policy alone', () => {
    const roles =
      /\brole\b\s*[!=]==|role: \{ (?:in|not|notIn)\b|===? ?'(?:moderator|admin|trusted)'/
    const files = [...under('app'), ...under('components'), ...under('lib'), ...under('server')]
    expect(those(files, ({ text }) => roles.test(text))).toEqual(['lib/policy.ts'])
  })

  it('viewers are minted only in lib/auth', () => {
    const minting = those(CODE, ({ text }) =>
      /\bmintViewer\b|\bas (?:Actor|Viewer|Guest)\b/.test(text),
    )
    expect(minting.filter((path) => !path.startsWith('lib/auth/'))).toEqual([])
  })

  it('what is sealed is opened only where it is needed', () => {
    expect(those(CODE, ({ text }) => /\bunseal\(/.test(text))).toEqual([
      'lib/accounts/queries.ts',
      'lib/auth/session.ts',
      'lib/auth/sign-in.ts',
      'lib/centres/commands.ts',
      'lib/data-rights/queries.ts',
      'lib/desk/commands.ts',
      'lib/hosting/queries.ts',
      'lib/housing/commands.ts',
      'lib/messages/commands.ts',
      'lib/moderation/commands.ts',
      'lib/notes/sealed.ts',
      'lib/notifications/mails.ts',
      'lib/notifications/suspension-mails.ts',
      'lib/notifications/truth-mail.ts',
      'lib/people/queries.ts',
      'lib/reports/commands.ts',
      'lib/reports/queries.ts',
      'lib/requests/queries.ts',
      'lib/requests/views.ts',
      'lib/rides/commands.ts',
      'lib/seal.ts',
      'lib/second-factor/commands.ts',
      'lib/second-factor/offers.ts',
      'scripts/chores/rotate-keys.ts',
    ])
  })
})

describe('queries', () => {
  const READ =
    /\b(?:db|tx)\.(?:listing|ride|housing|centre|capacity|openingHours|openingException)\.\w+\(/g

  /** The arguments of the call that opens at this place. */
  function callAt(text: string, open: number): string {
    let depth = 0
    for (let at = open; at < text.length; at++) {
      if (text[at] === '(') depth++
      if (text[at] === ')' && --depth === 0) return text.slice(open, at)
    }
    return text.slice(open)
  }

  const reads = named('queries').flatMap(({ path, text }) =>
    [...text.matchAll(READ)].map(({ index, 0: call }) => {
      const begin = text.lastIndexOf('\n}\n', index)
      return {
        where: `${path}:${text.slice(0, index).split('\n').length}`,
        call: callAt(text, index + call.length - 1),
        soFar: text.slice(Math.max(begin, 0), index),
        // A number of all listings tells of none of them.
        isCount: path === 'lib/figures/queries.ts' && call.endsWith('.count('),
      }
    }),
  )

  it('see only what the viewer may: every read of listings is filtered, one’s own or authorised', () => {
    expect(reads.length).toBeGreaterThan(10)
    const isGuarded = ({ call, soFar, isCount }: (typeof reads)[number]) =>
      isCount ||
      call.includes('visibleTo(') ||
      call.includes('ownerId: actor.id') ||
      call.includes("requests: { some: { linkId: asker.linkId, status: 'accepted' } }") ||
      soFar.includes('authorize(actor, ')
    expect(reads.filter((found) => !isGuarded(found)).map(({ where }) => where)).toEqual([])
  })

  it('of listings live in queries, commands and mails, nowhere else', () => {
    const readers = those(CODE, ({ text }) => text.match(READ) !== null)
    const known =
      /^lib\/[\w-]+\/(?:queries|commands)\.ts$|^lib\/(?:notifications\/mails|requests\/views)\.ts$|^prisma\/seed\//
    expect(readers.filter((path) => !known.test(path))).toEqual([])
  })

  it('name what they read: no table comes whole to a page', () => {
    const whole = named('queries').filter(({ text }) => /\binclude: \{/.test(text))
    expect(whole.map(({ path }) => path)).toEqual([])
  })
})

describe('the text of the code', () => {
  const words = (...parts: string[]) => new RegExp(parts.join('|'))
  const others = ALL.filter(({ path }) => path !== 'lib/architecture.test.ts')

  it('postpones nothing', () => {
    expect(
      those(others, ({ text }) => words('\\bTODO\\b', '\\bFIXME\\b', '\\bHACK\\b').test(text)),
    ).toEqual([])
  })

  it('skips no test and waits for no clock', () => {
    const tests = others.filter(({ path }) => /\.(?:test|spec)\.tsx?$/.test(path))
    const idle = words(
      '\\.(?:skip|only|todo|skipIf|runIf|fixme)\\b',
      '(?<!\\.)setTimeout\\(',
      'waitForTimeout',
    )
    expect(tests.length).toBeGreaterThan(40)
    expect(those(tests, ({ text }) => idle.test(text))).toEqual([])
  })

  it('is typed: any and ts-ignore are not used', () => {
    expect(
      those(others, ({ text }) => /(?::|\bas|<) ?any\b|@ts-(?:ignore|nocheck)/.test(text)),
    ).toEqual([])
  })
})
