/*
 * Counts for Prometheus. A label is a pattern or a word of ours, never what somebody asked for:
 * paths, queries, ids and addresses have no way in here.
 */

/** Upper ends of the classes that response times fall into, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

type Labels = Record<string, string>
interface Times {
  labels: Labels
  /** How many took at most as long as the bucket of the same place. */
  within: number[]
  count: number
  sum: number
}
interface Kept {
  counts: Map<string, { name: CounterName; labels: Labels; value: number }>
  times: Map<string, Times>
}

const COUNTERS = {
  qadam_mails_total: 'Mails by what became of them; a failed one is tried again.',
  qadam_outages_total: 'Requests that met a database which was away or full.',
}
type CounterName = keyof typeof COUNTERS

// On globalThis: Next loads this file for itself, and there is one count.
const shared = globalThis as { qadamMetrics?: Kept }
shared.qadamMetrics ??= { counts: new Map(), times: new Map() }
const kept = shared.qadamMetrics

/** Counts one more. */
export function count(name: CounterName, labels: Labels = {}): void {
  const key = name + words(labels)
  const known = kept.counts.get(key) ?? { name, labels, value: 0 }
  known.value += 1
  kept.counts.set(key, known)
}

/** Counts one answer and how long it took. */
export function countAnswer(route: string, status: number, seconds: number): void {
  const labels = { route, status: `${Math.floor(status / 100)}xx` }
  const key = words(labels)
  const times = kept.times.get(key) ?? { labels, within: BUCKETS.map(() => 0), count: 0, sum: 0 }
  times.count += 1
  times.sum += seconds
  for (const [place, limit] of BUCKETS.entries()) {
    if (seconds <= limit) times.within[place] = (times.within[place] ?? 0) + 1
  }
  kept.times.set(key, times)
}

/** A figure that is read when somebody asks. */
export interface Gauge {
  name: string
  help: string
  values: { labels?: Labels; value: number }[]
}

/** Everything counted so far and these gauges, in the text format of Prometheus. */
export function exposition(gauges: Gauge[]): string {
  return [...answers(), ...counters(), ...gauges.flatMap(gauge), ''].join('\n')
}

function answers(): string[] {
  const name = 'qadam_http_request_seconds'
  const lines = [...kept.times.values()].flatMap(({ labels, within, count, sum }) => [
    ...BUCKETS.map((limit, place) =>
      line(`${name}_bucket`, { ...labels, le: String(limit) }, within[place] ?? 0),
    ),
    line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
    line(`${name}_sum`, labels, sum),
    line(`${name}_count`, labels, count),
  ])
  return [...head(name, 'histogram', 'Answers by route and class of status.'), ...lines]
}

function counters(): string[] {
  return Object.entries(COUNTERS).flatMap(([name, help]) => [
    ...head(name, 'counter', help),
    ...[...kept.counts.values()]
      .filter((counted) => counted.name === name)
      .map(({ labels, value }) => line(name, labels, value)),
  ])
}

function gauge({ name, help, values }: Gauge): string[] {
  return [
    ...head(name, 'gauge', help),
    ...values.map(({ labels = {}, value }) => line(name, labels, value)),
  ]
}

function head(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}

function line(name: string, labels: Labels, value: number): string {
  return `${name}${words(labels)} ${value}`
}

function words(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}
