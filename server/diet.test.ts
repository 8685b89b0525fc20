import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slim } from './diet'
import { hashOf, isSelfContained } from './stylesheets'
import { tokens } from './tokens'

const css = 'body{color:#123}'
const sheets = new Map([['/_next/static/chunks/a.css', { css, hash: hashOf(css) }]])
const slimmed = (html: string) => slim(html, sheets).html

describe('slim', () => {
  it('removes the framework and keeps the enhancement', () => {
    const page =
      '<!DOCTYPE html><html lang="ru"><head><meta charSet="utf-8"/>' +
      '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/m.js"/>' +
      '<script src="/_next/static/chunks/m.js" async=""></script>' +
      '<script src="/_next/static/chunks/n.js" noModule=""></script><title>Т</title>' +
      '<script src="/enhance.js" defer=""></script></head>' +
      '<body><div hidden=""><!--$--><!--/$--></div><main><h1>2<!-- --> места</h1></main>' +
      '<script>self.__next_f.push([1,"<b>\\u003c/script>"])</script><script>$RC("B:0")</script>' +
      '</body></html>'
    expect(slimmed(page)).toBe(
      '<!DOCTYPE html><html lang="ru"><head><meta charSet="utf-8"/><title>Т</title>' +
        '<script src="/enhance.js" defer=""></script></head>' +
        '<body><div hidden=""></div><main><h1>2 места</h1></main></body></html>',
    )
  })

  it('puts a known stylesheet into the page and names its hash', () => {
    const link =
      '<link rel="stylesheet" href="/_next/static/chunks/a.css?dpl=1" data-precedence="n"/>'
    expect(slim(link, sheets)).toEqual({
      html: `<style>${css}</style>`,
      styleHashes: [hashOf(css)],
      complete: true,
    })
  })

  it('leaves every other link', () => {
    const links =
      '<link rel="stylesheet" href="/_next/static/chunks/other.css"/>' +
      '<link rel="alternate" hrefLang="kk" href="/kk"/><link rel="icon" href="/icon.svg"/>' +
      '<link rel="expect" href="#top" blocking="render"/>'
    expect(slim(links, sheets)).toEqual({ html: links, styleHashes: [], complete: true })
  })

  it('of a page that stands alone keeps no script and no link to another file', () => {
    const page =
      '<html><head><link rel="stylesheet" href="/_next/static/chunks/a.css"/>' +
      '<link rel="stylesheet" href="/_next/static/chunks/other.css"/>' +
      '<link rel="icon" href="/icon.svg"/><link rel="icon" href="data:,"/></head>' +
      '<body><a href="/ru">Q</a><script src="/enhance.js" defer=""></script></body></html>'
    expect(slim(page, sheets, true).html).toBe(
      `<html><head><style>${css}</style><link rel="icon" href="data:,"/></head>` +
        '<body><a href="/ru">Q</a></body></html>',
    )
  })

  it.each([
    '<SCRIPT>alert(1)</SCRIPT>',
    '<script\n>alert(1)</script\n>',
    '<script/src="/enhance.js.evil">a</script>',
    '<script src="//evil.example/enhance.js"></script>',
    '<script src="/enhance.js?x"></script>',
    '<script data-src="/enhance.js">alert(1)</script>',
    '<script src="/x" src="/enhance.js"></script>',
    "<script title='>' src=/x>alert('<b>')</script>",
    '<script>if (a < b) "</scripty>"</script>',
    '<script>never closed',
    '<link as="script" rel="preload" href="/x.js">',
    '<link rel="modulepreload" href="/x.js">',
    '<link rel="expect" href="#_R_" blocking="render"/>',
  ])('removes %s', (html) => {
    expect(slimmed(`<p>a</p>${html}`)).toBe('<p>a</p>')
  })

  it.each([
    '<p title="&lt;script&gt;">a &lt; b</p>',
    '<p title="<script>alert(1)</script>">a</p>',
    "<p title='a>b<script>'>a</p>",
    '<p title=<script>a</p>',
    '<input value="</style><script>"/><textarea>1 &lt;script&gt;</textarea>',
    '<style>a::after{content:"<script>"}</style>',
    '<p>5 < 6 и 7 > 2</p>',
    '<form action="" encType="multipart/form-data" method="POST"><input type="hidden" name="$ACTION_ID_1"/></form>',
  ])('leaves %s', (html) => {
    expect(slimmed(html)).toBe(html)
  })

  it('says when a part of the page waits for a script', () => {
    const complete = (html: string) => slim(html, sheets).complete
    expect(complete('<p><!--$-->a<!--/$--></p>')).toBe(true)
    expect(complete('<!--$?--><template id="B:0"></template><!--/$-->')).toBe(false)
    expect(complete('<!--$!--><template data-dgst="1"></template><!--/$-->')).toBe(false)
    expect(complete('<html id="__next_error__"><body></body></html>')).toBe(false)
  })
})

describe('tokens', () => {
  it('joined are the document, whatever it is', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '/',
      '!--',
      '-->',
      '=',
      ' ',
      'script',
      'style',
      'a',
      '</',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('')
        expect(Array.from(tokens(html), (token) => token.html).join('')).toBe(html)
      }),
      { numRuns: 2_000 },
    )
  })

  it('finds no tag inside text that was escaped, as React does', () => {
    const asReact = (text: string) =>
      text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, text) => {
        const html = `<p title="${asReact(title)}">${asReact(text)}</p>`
        expect(slimmed(html)).toBe(html)
      }),
    )
  })
})

it('a stylesheet that depends on its own address stays a link', () => {
  expect(isSelfContained('a{background:url(data:image/png;base64,AA)}')).toBe(true)
  expect(isSelfContained('a{background:url("/_next/static/media/a.svg")}')).toBe(true)
  expect(isSelfContained('a{background:url(../media/a.svg)}')).toBe(false)
  expect(isSelfContained('a{background:url("../media/a.svg")}')).toBe(false)
  expect(isSelfContained('@import "b.css";')).toBe(false)
  expect(isSelfContained('a{content:"</style>"}')).toBe(false)
})
