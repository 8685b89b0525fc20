import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataDocument } from '@/lib/manifest/document'
import { ENTRIES } from '@/lib/manifest/manifest'
import { KEPT, OF_NOBODY } from '@/lib/retention/rules'
import { SEALED_COLUMNS } from '@/lib/seal'
import { production } from '@/lib/testing/sources'

const ROOT = resolve(import.meta.dirname, '../..')

describe('docs/data.md', () => {
  it('is what `npm run docs` makes', () => {
    expect(readFileSync(resolve(ROOT, 'docs/data.md'), 'utf8')).toBe(dataDocument())
  })
})

describe('the manifest', () => {
  const named = (of: string) =>
    ENTRIES.filter((entry) => entry.of === of)
      .map(({ name }) => name)
      .sort()

  it('calls sealed what is sealed, and nothing else', () => {
    const sealed = Object.values(SEALED_COLUMNS).map(({ table, column }) => `${table}.${column}`)
    expect(named('sealed')).toEqual(sealed.sort())
  })

  it('calls hashes what is called so', () => {
    // What a centre is called where it comes from is no secret, nor which statement one is.
    const isHash = ({ table, column }: { table: string; column: string }) =>
      /(?:_hash|_key|^key|^salt)$/.test(column) && !/^(?:centre|guide)/.test(table)
    const hashes = ENTRIES.filter(isHash).map(({ name }) => name)
    expect(named('hash')).toEqual(hashes.sort())
  })

  it('keeps nothing sealed and no hash without an end', () => {
    const forever = ENTRIES.filter(({ of, kept }) => /sealed|hash/.test(of) && kept === 'remains')
    expect(forever).toEqual([])
  })

  it('names what deletes it, and where that is shown', () => {
    const code = production('lib', 'prisma/seed').map(({ text }) => text)
    const terms = [...KEPT, ...Object.values(OF_NOBODY)]
    const names = terms.map(({ by }) => by).filter(Boolean)
    const unknown = names.filter((name) => !code.some((text) => text.includes(`function ${name}(`)))
    expect(unknown).toEqual([])
    const tests = terms.flatMap((term) => ('test' in term && term.test ? [term.test] : []))
    expect(tests.filter((path) => !existsSync(resolve(ROOT, path)))).toEqual([])
  })
})
