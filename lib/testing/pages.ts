import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { matchRoute, ROUTES } from '@/server/routes'

const PAGES = resolve(import.meta.dirname, '../../app/[locale]')
const GROUPS = ['(newcomer)', '(pack)', '(private)']

type Page = (props: {
  params: Promise<Record<string, string>>
  searchParams: Promise<Record<string, string>>
}) => Promise<ReactNode>

/** The patterns of pages that a newcomer reads: public ones and packs, without the bare domain. */
export function publicPatterns(): string[] {
  const isRead = ({ area }: { area: string }) => area === 'public' || area === 'pack'
  return ROUTES.filter(isRead)
    .map(({ pattern }) => pattern)
    .filter((pattern) => pattern !== '/')
}

/** The pattern of an address. */
export function patternOf(address: string): string {
  const { pathname } = new URL(address, 'http://localhost')
  const match = matchRoute(pathname)
  if (!match) throw new Error(`no page at ${address}`)
  return match.route.pattern
}

/** Renders the page of an address as the server does, with all that it asks, and answers its HTML. */
export async function renderPage(address: string): Promise<string> {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  const params = matchRoute(pathname)?.params ?? {}
  const { default: render }: { default: Page } = await import(fileOf(patternOf(address)))
  const page = await render({
    // A page for all kinds learns from the path which one it is.
    params: Promise.resolve({ ...params, kinds: pathname.split('/')[3] ?? '' }),
    searchParams: Promise.resolve(Object.fromEntries(searchParams)),
  })
  const { prelude } = await prerender(page)
  return new Response(prelude).text()
}

function fileOf(pattern: string): string {
  const folder = pattern.replace('/{locale}', '').replace(/\{(\w+)\}/g, '[$1]')
  const anyKind = folder.replace(/(?:centres|housing|rides)\/\[id\]/, '[kinds]/[id]')
  const found = GROUPS.flatMap((group) => [folder, anyKind].map((path) => join(PAGES, group, path)))
    .map((path) => join(path, 'page.tsx'))
    .find((path) => existsSync(path))
  if (!found) throw new Error(`no file for ${pattern}`)
  return found
}
