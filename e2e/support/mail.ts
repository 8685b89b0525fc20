import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Mail as Delivered } from '@/scripts/mailbox'

export interface Mail {
  /**
   * Waits for mail to this address and answers the newest. Where the address has had mail
   * before, say how many are to be there: `await mail.to(address, 2)`.
   */
  to(address: string, count?: number): Promise<Delivered>
  /** Everything this address has received so far, oldest first, with plain spaces. */
  all(address: string): Delivered[]
}

/** Reads what scripts/mailbox.ts delivered to the folder: each file once, as none of them changes. */
export function mailbox(folder: string): Mail {
  const seen = new Map<string, Delivered>()
  const read = (name: string): Delivered => {
    const known = seen.get(name)
    if (known) return known
    const mail: Delivered = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    seen.set(name, mail)
    return mail
  }
  const all = (address: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map(read)
      .filter((mail) => mail.to.toLowerCase() === address.toLowerCase())
      .map((mail) => ({ ...mail, text: mail.text.replaceAll('\u00a0', ' ') }))
  return {
    all,
    async to(address, count = 1) {
      await expect
        .poll(() => all(address).length, `mail to ${address}`)
        .toBeGreaterThanOrEqual(count)
      const newest = all(address).at(-1)
      if (!newest) throw new Error(`The mail to ${address} was forgotten`)
      return newest
    },
  }
}
