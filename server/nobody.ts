import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { cleanse } from './doorman'
import type { Area } from './routes'

export type Exchange = { request: IncomingMessage; response: ServerResponse }

/**
 * A request by nobody, and where its answer goes. A page that many readers share is asked for with
 * this: it holds nothing of theirs but under which of our names they see us, and it goes on when
 * the first of them hangs up.
 */
export function requestByNobody(url: string, area: Area, origin: string): Exchange {
  const request = new IncomingMessage(new Socket())
  request.method = 'GET'
  request.url = url
  request.push(null)
  cleanse(request.headers, area, origin)
  return { request, response: new ServerResponse(request) }
}

/** Tells whoever still listens that the answer is out, since no socket will. */
export function conclude({ response }: Exchange): void {
  response.emit('finish')
  response.emit('close')
}
