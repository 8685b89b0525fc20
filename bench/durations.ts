export interface Percentiles {
  p50: number
  p95: number
  p99: number
}

/** Milliseconds under which half, 95 and 99 of a hundred lie. */
export function percentiles(durations: number[]): Percentiles {
  const sorted = [...durations].sort((a, b) => a - b)
  const at = (share: number) => {
    const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
    return Number((found ?? 0).toFixed(2))
  }
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
