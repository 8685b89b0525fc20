import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Stylesheet = { css: string; hash: string }

/** The built stylesheets by the address under which pages link them. */
export type Stylesheets = ReadonlyMap<string, Stylesheet>

/**
 * Reads every stylesheet of a build that can stand inside a page. One with relative addresses or
 * imports would break there and stays a link.
 */
export async function readStylesheets(distDir: string): Promise<Stylesheets> {
  const folder = join(distDir, 'static')
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.css'))
  const read = await Promise.all(
    files.map(async (file) => {
      const css = (await readFile(join(folder, file), 'utf8')).trim()
      return [`/_next/static/${file.replaceAll('\\', '/')}`, { css, hash: hashOf(css) }] as const
    }),
  )
  return new Map(read.filter(([, { css }]) => isSelfContained(css)))
}

/** `sha256-…` as a Content-Security-Policy names the text between `<style>` and `</style>`. */
export function hashOf(css: string): string {
  return `sha256-${createHash('sha256').update(css).digest('base64')}`
}

/** Whether a stylesheet means the same inside a page as under its own address. */
export function isSelfContained(css: string): boolean {
  return !/<\/style|@import|\r|\0|url\(\s*["']?(?!data:|#|\/|["'])/i.test(css)
}
