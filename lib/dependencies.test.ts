import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '@/package.json'
import lockfile from '@/package-lock.json'

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
}
const installed = Object.entries(lockfile.packages as Record<string, Installed>).filter(
  ([path]) => path !== '',
)
const declared = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })

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

describe('decision records', () => {
  const all = records.map(({ text }) => text).join('\n')

  it('are there for every dependency that ships', () => {
    const silent = Object.keys(manifest.dependencies).filter((name) => !all.includes(name))
    expect(silent).toEqual([])
  })

  it('are there for every API route', () => {
    const routes = readdirSync(join(ROOT, 'app', 'api'), { withFileTypes: true })
    const silent = routes.filter(
      (entry) => entry.isDirectory() && !all.includes(`api/${entry.name}`),
    )
    expect(silent.map(({ name }) => name)).toEqual([])
  })

  it('are numbered without gaps, each once', () => {
    const numbers = records.map(({ name }) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]))
    expect(numbers.sort((a, b) => a - b)).toEqual(records.map((_, index) => index + 1))
  })
})
