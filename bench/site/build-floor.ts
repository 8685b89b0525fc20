import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
/** Within the checkout, so that it finds the same Next. Git does not see it. */
export const FLOOR = join(root, 'bench', '.floor')

const FILES = {
  'app/layout.js':
    'export default ({ children }) => <html lang="ru"><body>{children}</body></html>\n',
  'app/page.js':
    "export const dynamic = 'force-dynamic'\nexport default () => <p>{Date.now()}</p>\n",
  'next.config.js':
    'export default { compress: false, generateEtags: false, poweredByHeader: false }\n',
  'package.json': '{ "type": "module", "private": true }\n',
}

/** Builds the smallest dynamic page that Next can make: one line, no layout to speak of. */
export function buildFloor(): void {
  const stamp = join(FLOOR, 'built')
  if (existsSync(stamp)) return
  rmSync(FLOOR, { recursive: true, force: true })
  mkdirSync(join(FLOOR, 'app'), { recursive: true })
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(FLOOR, name), text)
  const next = join(root, 'node_modules/next/dist/bin/next')
  const { QADAM_DIST_DIR: _, ...env } = process.env
  execFileSync(process.execPath, [next, 'build'], { cwd: FLOOR, env, stdio: 'pipe' })
  writeFileSync(stamp, '')
}
