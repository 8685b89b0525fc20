import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from './support/fixtures'
import { launchApp } from './support/launch'

const DIST = '.next-test-later'
const root = resolve(import.meta.dirname, '..')

/** Builds again, as a deploy does: same sources and key, another build. */
async function buildAgain(): Promise<void> {
  const next = resolve(root, 'node_modules/next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'production' as const, QADAM_DIST_DIR: DIST }
  const child = spawn(process.execPath, [next, 'build'], { cwd: root, env, stdio: 'ignore' })
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
}

/** The hidden fields of a page's form, as a browser without scripts sends them. */
function hiddenFields(html: string): Record<string, string> {
  const inputs = html.match(/<input type="hidden"[^>]*>/g) ?? []
  const read = (input: string, name: string) =>
    (new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
  return Object.fromEntries(inputs.map((input) => [read(input, 'name'), read(input, 'value')]))
}

test('a form that was open during a deploy still submits', async ({ request }) => {
  test.setTimeout(300_000)
  const html = await (await request.get('/ru/sign-in')).text()
  const fields = hiddenFields(html)
  expect(Object.keys(fields).some((name) => name.startsWith('$ACTION'))).toBe(true)
  await buildAgain()
  const later = await launchApp('operated', DIST)
  try {
    const address = later.settings.PUBLIC_URL ?? ''
    const answer = await request.post(`${address}/ru/sign-in`, {
      headers: { origin: address },
      multipart: { ...fields, email: 'previous-build@example.org' },
      maxRedirects: 0,
    })
    expect(answer.status()).toBe(303)
    expect(answer.headers().location).toContain('/ru/sign-in/code')
  } finally {
    await later.stop()
    rmSync(resolve(root, DIST), { recursive: true, force: true })
  }
})
