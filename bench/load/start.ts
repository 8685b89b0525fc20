import { once } from 'node:events'
import { type Percentiles, percentiles } from '../durations'
import { startChild } from '../site/child'
import type { Answered, Load } from './client'

export type Measured = Omit<Answered, 'durations'> & Percentiles

/** Puts a load on a port from a process of its own, and sums up how it was answered. */
export async function measureLoad(load: Load): Promise<Measured> {
  const child = startChild('load/process.ts', [], {})
  child.send(load)
  const [{ durations, ...answered }] = (await once(child, 'message')) as [Answered]
  return { ...answered, ...percentiles(durations) }
}
