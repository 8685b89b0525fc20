/**
 * A piece of an HTML document. `element` is a whole script or style with its content, whose text
 * follows rules of its own; every other tag stands alone.
 */
export type Token =
  | { type: 'text' | 'comment' | 'end'; html: string }
  | { type: 'start'; html: string; name: string; attributes: Map<string, string> }
  | { type: 'element'; html: string; name: string; attributes: Map<string, string> }

const RAW = new Set(['script', 'style'])
const TAG_START = /[a-zA-Z]/
const ATTRIBUTE = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/y

/**
 * Cuts HTML as React writes it into tokens; joined, they are the input again. It trusts no text:
 * a `<script` inside an attribute, a comment or a style is not a tag. A script left open ends with
 * the document, as it does in a browser.
 */
export function* tokens(html: string): Generator<Token> {
  let at = 0
  while (at < html.length) {
    const token = next(html, at)
    yield token
    at += token.html.length
  }
}

function next(html: string, at: number): Token {
  if (html.startsWith('<!--', at)) {
    return { type: 'comment', html: html.slice(at, endOf(html, '-->', at + 4)) }
  }
  if (html.startsWith('</', at) || html.startsWith('<!', at)) {
    return { type: 'end', html: html.slice(at, endOf(html, '>', at)) }
  }
  if (html[at] === '<' && TAG_START.test(html[at + 1] ?? '')) return tag(html, at)
  const following = html.indexOf('<', at + 1)
  return { type: 'text', html: html.slice(at, following < 0 ? undefined : following) }
}

function tag(html: string, at: number): Token {
  const name = /[^\s/>]+/.exec(html.slice(at + 1, at + 40))?.[0].toLowerCase() ?? ''
  const attributes = new Map<string, string>()
  let end = at + 1 + name.length
  for (;;) {
    ATTRIBUTE.lastIndex = end
    const found = ATTRIBUTE.exec(html)
    if (!found?.[1]) break
    const attribute = found[1].toLowerCase()
    // The first of two attributes with one name is the one that counts.
    if (!attributes.has(attribute)) {
      attributes.set(attribute, found[2] ?? found[3] ?? found[4] ?? '')
    }
    end = ATTRIBUTE.lastIndex
  }
  end = endOf(html, '>', end)
  if (!RAW.has(name)) return { type: 'start', html: html.slice(at, end), name, attributes }
  return { type: 'element', html: html.slice(at, endOfRaw(html, name, end)), name, attributes }
}

function endOfRaw(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  close.lastIndex = from
  const found = close.exec(html)
  return found ? endOf(html, '>', found.index) : html.length
}

function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}
