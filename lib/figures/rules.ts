/** Groups smaller than this are not published: few people in one city could be told apart. */
export const SMALLEST_GROUP = 20

/** A count as the public may read it: null when the group is too small, 0 stays 0. */
export function publicCount(count: number): number | null {
  return count === 0 || count >= SMALLEST_GROUP ? count : null
}

/** A count that moves only in tens, so that nobody learns of one case by looking twice. */
export function publicTens(count: number): number | null {
  const shown = publicCount(count)
  return shown === null ? null : shown - (shown % 10)
}

/**
 * Counts of parts and their total, as the public may read them. One part left out alone could be
 * worked out from the total, so the next smallest is left out with it.
 */
export function publicParts<Key extends string>(
  parts: Record<Key, number>,
): { parts: Record<Key, number | null>; total: number | null } {
  const entries = Object.entries(parts) as [Key, number][]
  const shown = new Map(entries.map(([key, count]) => [key, publicCount(count)]))
  const hidden = entries.filter(([key]) => shown.get(key) === null)
  if (hidden.length === 1) {
    const [next] = entries
      .filter(([key, count]) => shown.get(key) !== null && count > 0)
      .sort(([, a], [, b]) => a - b)
    if (next) shown.set(next[0], null)
  }
  const total = entries.reduce((sum, [, count]) => sum + count, 0)
  return {
    parts: Object.fromEntries(shown) as Record<Key, number | null>,
    total:
      [...shown.values()].filter((count) => count === null).length === 1
        ? null
        : publicCount(total),
  }
}

/**
 * Rows as CSV after RFC 4180. Cells that a spreadsheet would run as a formula begin with `'`, and so
 * do those that began with one, so that it can be taken away again.
 */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) => {
    const text = value === null ? '' : String(value)
    const plain = typeof value === 'string' && /^['=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
  }
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}
