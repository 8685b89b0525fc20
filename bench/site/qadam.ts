/* Qadam as it is operated, on the database of the bench; `keep` or `anew` for its public pages. */
import { freePort } from '@/scripts/processes'
import { explain, onStop, stopAll, stopOnSignals } from '@/scripts/shutdown'
import { answerQuestions } from './questions'

stopOnSignals()
try {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  Object.assign(process.env, { PUBLIC_URL: address, NEXTAUTH_URL: address })
  // Background work has its own process in operation, and would only add noise here.
  process.env.QADAM_WORKER = 'separate'
  process.env.TRUSTED_PROXY = '127.0.0.1'
  const { serve } = await import('@/scripts/serve')
  const keep = process.argv[2] === 'keep'
  const site = await serve({ port, hostname: '127.0.0.1', dev: false, keep })
  onStop(site.close)
  answerQuestions()
  process.send?.(port)
} catch (error) {
  explain(error)
  await stopAll(1)
}
