import type { Stylesheet, Stylesheets } from './stylesheets'
import { type Token, tokens } from './tokens'

export type SlimPage = {
  html: string
  /** Of the styles that were put into the page, for its Content-Security-Policy. */
  styleHashes: string[]
  /** False when a part of the page waits for a script that newcomers never get. */
  complete: boolean
}

/** The one script that newcomer pages keep. */
export const ENHANCEMENT = '/enhance.js'

/**
 * A page without the framework: no script but the enhancement, no preloading of scripts, no flight
 * data, no comments, and the stylesheets inside, so that it arrives in one answer. A page that is
 * `alone`, one file in itself, keeps no script at all and no link to another file.
 */
export function slim(html: string, stylesheets: Stylesheets, alone = false): SlimPage {
  const styleHashes = new Set<string>()
  let complete = true
  const kept = Array.from(tokens(html), (token) => {
    if (waitsForScript(token)) complete = false
    const sheet = linkedSheet(token, stylesheets)
    if (!sheet) return isNeeded(token) && !(alone && isFetched(token)) ? token.html : ''
    styleHashes.add(sheet.hash)
    return `<style>${sheet.css}</style>`
  })
  return { html: kept.join(''), styleHashes: [...styleHashes], complete }
}

function isNeeded(token: Token): boolean {
  if (token.type === 'comment') return false
  if (token.type === 'element' && token.name === 'script') {
    return token.attributes.get('src') === ENHANCEMENT
  }
  return !(token.type === 'start' && token.name === 'link' && onlyServesScripts(token.attributes))
}

/** A script or a link, but for one whose content is its address: the icon of a pack. */
function isFetched(token: Token): boolean {
  if (token.type !== 'start' && token.type !== 'element') return false
  if (token.name === 'script') return true
  return token.name === 'link' && !token.attributes.get('href')?.startsWith('data:')
}

/**
 * Preloads serve files that are gone from the page; React's own `expect` holds the first paint for a
 * script. Ours, which waits for a part of the page with a plain name, stays.
 */
function onlyServesScripts(link: Map<string, string>): boolean {
  const rel = link.get('rel')?.toLowerCase() ?? ''
  if (rel === 'expect') return !/^#[a-z]/.test(link.get('href') ?? '')
  return ['preload', 'modulepreload'].includes(rel)
}

function linkedSheet(token: Token, stylesheets: Stylesheets): Stylesheet | undefined {
  if (token.type !== 'start' || token.name !== 'link') return undefined
  if (token.attributes.get('rel') !== 'stylesheet') return undefined
  return stylesheets.get(token.attributes.get('href')?.split('?')[0] ?? '')
}

/**
 * React marks a pending part with the comment `$?` and a failed one with `$!`; Next marks a page
 * that only the browser can render in its html element.
 */
function waitsForScript(token: Token): boolean {
  if (token.type === 'comment') return /^<!--\$[?!]/.test(token.html)
  return token.type === 'start' && token.attributes.get('id') === '__next_error__'
}
