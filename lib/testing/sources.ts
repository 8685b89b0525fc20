import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const CODE = /\.(?:ts|tsx|js|mjs)$/
const GENERATED = /^lib\/generated\/|^bench\/\.floor\//
const FOR_TESTS = /\.test\.tsx?$|^lib\/testing\/|^e2e\//

/** One file of this repository; `path` is relative to its root. */
export interface Source {
  path: string
  text: string
  lines: number
}

/** Every file of code in these folders, sorted, without what is generated. */
export function sources(...folders: string[]): Source[] {
  return folders
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !GENERATED.test(path))
    .sort()
    .map(read)
}

/** The same without tests and what only tests use. */
export function production(...folders: string[]): Source[] {
  return sources(...folders).filter(({ path }) => !FOR_TESTS.test(path))
}

/** One file, by its path from the root. */
export function read(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8')
  return { path, text, lines: text.split('\n').length - 1 }
}

/** What a file imports, as it is written, types included. */
export function importsOf({ text }: Source): string[] {
  const statements =
    /^(?:import|export)\b[^'"`;]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm
  return [...text.matchAll(statements)].map(
    ([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '',
  )
}
