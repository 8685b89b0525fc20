/**
 * The class of the error that a job ended with, as staff may see it: its name and code, `Error
 * ESOCKET`. Whatever else the queue kept of it stays there; '' when nothing of that kind was kept.
 */
export function errorClass(output: unknown): string {
  const { message, value } = (output ?? {}) as { message?: unknown; value?: { message?: unknown } }
  const words = typeof message === 'string' ? message : value?.message
  if (typeof words !== 'string') return ''
  if (words.startsWith('job failed by timeout')) return 'Timeout'
  // What lib/notifications/worker.ts keeps: name | code | where it happened.
  const [name = '', code = ''] = words.split(' | ')
  return [name, code].filter((part) => /^[A-Za-z][A-Za-z0-9_]{0,40}$/.test(part)).join(' ')
}
