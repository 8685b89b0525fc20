/* A process that does nothing but ask: started by bench/load/start.ts. */
import { fire, type Load } from './client'

process.once('message', async (load: Load) => {
  process.send?.(await fire(load), () => process.exit(0))
})
process.once('disconnect', () => process.exit(1))
