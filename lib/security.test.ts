import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')

/** The requirements of levels 1 and 2 in ASVS 5.0.0: how many each section begins with. */
const SECTIONS: Record<string, number[]> = {
  V1: [2, 9, 11, 3, 2],
  V2: [3, 3, 4, 1],
  V3: [0, 2, 4, 6, 5, 0, 2],
  V4: [3, 1, 2, 4],
  V5: [1, 3, 2, 3],
  V6: [3, 12, 4, 4, 5, 3, 0, 4],
  V7: [3, 4, 2, 5, 2, 2],
  V8: [2, 3, 1, 1],
  V9: [3, 4],
  V10: [2, 2, 4, 11, 5, 2, 3],
  V11: [2, 3, 3, 4, 1, 1],
  V12: [3, 2, 4],
  V13: [1, 5, 2, 5],
  V14: [2, 4, 3],
  V15: [3, 3, 7],
  V16: [1, 5, 4, 3, 3],
  V17: [1, 4, 2],
}

it('docs/security.md answers every requirement of levels 1 and 2, once and in their order', () => {
  const wanted = Object.entries(SECTIONS).flatMap(([chapter, sections]) =>
    sections.flatMap((count, section) =>
      Array.from({ length: count }, (_, n) => `${chapter.slice(1)}.${section + 1}.${n + 1}`),
    ),
  )
  expect(wanted).toHaveLength(253)
  const rows = text.matchAll(/^\| (\d+\.\d+\.\d+(?:, \d+\.\d+\.\d+)*) +\|/gm)
  expect([...rows].flatMap(([, numbers]) => numbers?.split(', '))).toEqual(wanted)
})

it('every test that it names exists', () => {
  const named = [...text.matchAll(/`([\w/.-]+\.(?:test|spec)\.ts)(?: › ([^`]+))?`/g)]
  expect(named.length).toBeGreaterThan(100)
  const gone = named.filter(([, file = '', name]) => {
    const path = join(ROOT, file)
    return !existsSync(path) || (name && !readFileSync(path, 'utf8').includes(name))
  })
  expect(gone.map(([citation]) => citation)).toEqual([])
})

it('what is not met stands at its beginning, too', () => {
  const [summary = ''] = text.split('\n## Limits')
  const rows = text.split('\n').filter((line) => /^\| \d.*not met/i.test(line))
  const unnamed = rows
    .map((line) => /\d+\.\d+\.\d+/.exec(line)?.[0] ?? '')
    .filter((number) => !summary.includes(`V${number}`) && !/^(?:12|16\.4)\./.test(number))
  expect(unnamed).toEqual([])
})
