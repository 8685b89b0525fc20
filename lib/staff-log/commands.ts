import type { Actor } from '@/lib/auth/viewer'
import type { Connection } from '@/lib/db'

/**
 * Tells the database who changes something in this transaction, and why (a code), for the entries that its
 * triggers write (`staff_log_write`). Without it an entry names nobody: the command line.
 */
export async function signAs(tx: Connection, actor: Pick<Actor, 'id'>, why = ''): Promise<void> {
  await tx.$queryRaw`
    SELECT set_config('qadam.actor', ${actor.id}, true), set_config('qadam.why', ${why}, true)`
}
