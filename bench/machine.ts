import { execFileSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'
import { read } from '@/lib/testing/sources'

/** What a figure depends on: processor, memory, versions, and how busy the machine was with others. */
export function machine(): Record<string, string | number> {
  const [first] = cpus()
  const { dependencies } = JSON.parse(read('package.json').text) as {
    dependencies: Record<string, string>
  }
  return {
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 1024 ** 3)} GB`,
    'load before': Number(loadavg()[0]?.toFixed(2)),
    node: process.version,
    next: dependencies.next ?? '',
    nginx: nginxVersion() ?? 'not installed',
    kernel: execFileSync('uname', ['-sr'], { encoding: 'utf8' }).trim(),
  }
}

/** The version of the nginx of this machine; null where there is none. */
export function nginxVersion(): string | null {
  try {
    const words = execFileSync('sh', ['-c', 'nginx -v 2>&1'], { encoding: 'utf8' })
    return /nginx\/([\d.]+)/.exec(words)?.[1] ?? null
  } catch {
    return null
  }
}
