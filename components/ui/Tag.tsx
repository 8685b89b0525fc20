import type { ReactNode } from 'react'
import { classes } from './classes'

/** now: true right now. warn: take care. old: faded. sample: not real. outline: a status in words. */
export type TagTone = 'outline' | 'now' | 'warn' | 'old' | 'sample'

export function Tag({ tone = 'outline', children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={classes('tag', tone !== 'outline' && tone)}>{children}</span>
}
