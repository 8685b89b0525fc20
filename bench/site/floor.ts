/* The framework's floor: the page of bench/site/build-floor.ts, and nothing of ours around it. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import next from 'next'
import { freePort } from '@/scripts/processes'
import { FLOOR } from './build-floor'
import { answerQuestions } from './questions'

const port = await freePort()
const app = next({ dev: false, dir: FLOOR, hostname: '127.0.0.1', port })
await app.prepare()
const answer = app.getRequestHandler()
const server = createServer((request, response) => answer(request, response))
server.listen(port, '127.0.0.1')
await once(server, 'listening')
answerQuestions()
process.send?.(port)
process.once('disconnect', () => process.exit(0))
