import { acceptRequest, cancelRequest } from '@/lib/requests/commands'
import { actorOf } from '@/lib/testing/cast'
import { ask } from '@/lib/testing/requests'

/*
 * A process that asks, accepts and cancels at one listing until it is killed, four at once; it
 * says `accepted <id>` once a hold is acknowledged and `ending <id>` before it tries to end one.
 * Arguments: the listing and its host.
 */
const [listingId = '', hostId = ''] = process.argv.slice(2)
const host = await actorOf(hostId)

async function goOn(): Promise<never> {
  for (let round = 0; ; round += 1) {
    const { asker, id } = await ask(listingId)
    await acceptRequest(host, id)
    process.stdout.write(`accepted ${id}\n`)
    if (round % 2 === 0) continue
    process.stdout.write(`ending ${id}\n`)
    await cancelRequest(asker, id)
  }
}

await Promise.all(Array.from({ length: 4 }, goOn))
