import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ROUTES } from '@/server/routes'

const text = readFileSync('docs/private-links.md', 'utf8')
const shown = [...text.matchAll(/`([\w/.-]+\.(?:test|spec)\.ts)` › "([^"]+)"/g)]

describe('docs/private-links.md', () => {
  it('has a row for every private page', () => {
    const pages = ROUTES.filter(({ area }) => area === 'private').map(({ pattern }) => pattern)
    expect(pages.length).toBeGreaterThan(10)
    expect(pages.filter((pattern) => !text.includes(`\n| \`${pattern}\``))).toEqual([])
  })

  it('names tests that exist', () => {
    expect(shown.length).toBeGreaterThan(25)
    const missing = shown.filter(
      ([, file = '', name = '']) => !existsSync(file) || !readFileSync(file, 'utf8').includes(name),
    )
    expect(missing.map(([all]) => all)).toEqual([])
  })

  it('shows for each link a wrong, an old and a foreign one', () => {
    const rows =
      text
        .split('## What shows it')[1]
        ?.split('## Pages')[0]
        ?.match(/^\| .*\|$/gm) ?? []
    expect(rows.length).toBeGreaterThan(8)
    for (const row of rows)
      expect(row.split(' | ').every((cell) => cell.trim().length > 3)).toBe(true)
  })
})
