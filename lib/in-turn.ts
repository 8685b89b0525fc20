/**
 * Works on one after the other; one that fails does not keep the others from their turn. Throws the
 * first failure in the end, so that it is seen.
 */
export async function inTurn<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>) {
  const failures: unknown[] = []
  for (const item of items) await work(item).catch((error) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
