import { randomInt } from 'node:crypto'
import { newToken } from '@/lib/private-links/tokens'
import { signFormTime } from '@/lib/requests/schema'
import { hashToken } from '@/lib/seal'
import { brokenRules } from '@/lib/testing/requests'
import type { Postgres } from './postgres'

/** What stands in every request of the drill, so that a page can be searched for it. */
const TYPED = 'Две сумки и кот'

/** So many pages are tried for the form. */
const LEARNED_FROM = 20

/** One request for a seat as a browser sends it, again and again until it is answered. */
export interface Ask {
  token: string
  listingId: string
  acknowledged: boolean
  /** Refused in words of the domain: no seat, too many. */
  refused: boolean
}

export interface Asked {
  asks: Ask[]
  /** Answers that were no success. */
  failures: number
  /** Of these, complete pages that held what was typed. */
  kept: number
  /** Of these, connections without an answer. */
  silent: number
}

/** Writes requests without an account through the forms of a site. */
export class Asker {
  readonly asked: Asked = { asks: [], failures: 0, kept: 0, silent: 0 }
  #hidden: [string, string][] = []

  constructor(
    readonly url: string,
    readonly listings: string[],
  ) {}

  /** Learns the form of this build from the page of a ride that can still be asked for. */
  async learn(): Promise<void> {
    for (const id of this.listings.slice(-LEARNED_FROM)) {
      const page = await (await fetch(this.url + this.#path(id))).text()
      const form = /<form[\s\S]*?<\/form>/g
      const found = page.match(form)?.find((text) => text.includes('name="listingId"')) ?? ''
      const inputs = found.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []
      this.#hidden = inputs
        .map((input): [string, string] => [attribute(input, 'name'), attribute(input, 'value')])
        .filter(([name]) => name.startsWith('$'))
      if (this.#hidden.length > 0) return
    }
    throw new Error('The form of a request was not found.')
  }

  /** Sends a new request, or one that is not answered yet. */
  async send(ask: Ask = this.#begin()): Promise<Ask> {
    const answer = await fetch(this.url + this.#path(ask.listingId), {
      method: 'POST',
      body: this.#form(ask),
      redirect: 'manual',
      headers: { origin: this.url, 'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.7` },
      signal: AbortSignal.timeout(60_000),
    }).catch(() => null)
    if (answer?.status === 303) ask.acknowledged = true
    else await this.#judge(ask, answer)
    return ask
  }

  async #judge(ask: Ask, answer: Response | null): Promise<void> {
    const text = (await answer?.text().catch(() => '')) ?? ''
    if (answer?.status === 200) {
      // "You have asked already": an earlier try was done, its answer was lost.
      if (text.includes('Вы уже спросили об этом')) ask.acknowledged = true
      else ask.refused = true
      return
    }
    this.asked.failures += 1
    if (!answer) this.asked.silent += 1
    else if (text.includes('</html>') && text.includes(TYPED)) this.asked.kept += 1
  }

  #begin(): Ask {
    const ask = { token: newToken(), listingId: this.#any(), acknowledged: false, refused: false }
    this.asked.asks.push(ask)
    return ask
  }

  #any(): string {
    return this.listings[randomInt(this.listings.length)] ?? ''
  }

  #path(id: string): string {
    return `/ru/uralsk/rides/${id}/ask`
  }

  #form({ token, listingId }: Ask): FormData {
    const form = new FormData()
    const askedAt = signFormTime(new Date(Date.now() - 60_000))
    const typed = {
      locale: 'ru',
      listingId,
      askedAt,
      token,
      adults: '1',
      children: '0',
      text: TYPED,
    }
    for (const [name, value] of [...this.#hidden, ...Object.entries(typed)])
      form.append(name, value)
    form.append('line', 'offer')
    return form
  }
}

/** What became of requests: lost although acknowledged, done twice, and rules that are broken. */
export async function judge({ query }: Postgres, asks: Ask[]) {
  const rows = await query<{ hash: string; count: number }>(
    `SELECT token_hash AS hash, count(request.id)::int AS count
     FROM private_link LEFT JOIN request ON request.link_id = private_link.id
     WHERE token_hash = ANY ($1) GROUP BY token_hash`,
    [asks.map(({ token }) => hashToken(token))],
  )
  const counts = new Map(rows.map(({ hash, count }) => [hash, count]))
  const times = ({ token }: Ask) => counts.get(hashToken(token)) ?? 0
  const acknowledged = asks.filter((ask) => ask.acknowledged)
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((ask) => times(ask) === 0).length,
    twice: asks.filter((ask) => times(ask) > 1).length,
    broken: (await brokenRules(new Date())).length,
  }
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
}
