import { IncomingMessage } from 'node:http'

/** How many fields a form may hold; the largest of ours, a centre with its hours, has a tenth. */
const MOST_FIELDS = 500
const NAME_LENGTH = 200
/** Far above what any field takes: a text that is too long is answered beside its field, and kept. */
const TEXT_LENGTH = 200_000

/** The framework's own fields: the rows of what a form is bound to. */
const ROW = /^\$ACTION_\d+:/
const ACTION_ID = /^[0-9a-f]{42}$/

/** Why a form is not read: broken, too much of it, or of a kind that no page of ours sends. */
export type FormRefusal = 400 | 413 | 415

/** A form that has arrived whole. */
export interface SentForm {
  /** The same request with its body at hand. */
  asked: IncomingMessage
  /** Everything that was typed and chosen, in its order. */
  fields: [name: string, value: string][]
}

/**
 * Reads a form whole before anybody acts on it. Answers it, or why it is refused: Next would make a
 * 500 of one that it cannot read, and log words of it.
 */
export async function admitForm(
  request: IncomingMessage,
  takesFiles = false,
): Promise<SentForm | { refused: FormRefusal }> {
  const type = request.headers['content-type'] ?? ''
  const call = request.headers['next-action']
  const isCall = call !== undefined
  // Next would write whatever stands there to the log.
  if (isCall && !ACTION_ID.test(String(call))) return { refused: 400 }
  const isForm = /^multipart\/form-data\b/.test(type)
  if (!isForm && !(isCall && /^text\/plain\b/.test(type))) return { refused: 415 }
  const body = await wholeBody(request)
  if (!body) return { refused: 400 }
  if (!isForm) {
    const refused = callRefusal(body)
    return refused ? { refused } : { asked: withBody(request, body), fields: [] }
  }
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null)
  const refused = form ? formRefusal(form, isCall, takesFiles) : 400
  if (!form || refused) return { refused: refused ?? 400 }
  const fields = [...form].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  )
  return { asked: withBody(request, body), fields }
}

/** The body, or null when it broke off. */
async function wholeBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of request) chunks.push(chunk)
  } catch {
    return null
  }
  return Buffer.concat(chunks)
}

function formRefusal(form: FormData, isCall: boolean, takesFiles: boolean): FormRefusal | null {
  const fields = [...form]
  if (fields.length > MOST_FIELDS) return 413
  // The arguments of a call begin with their row 0; without it the framework waits for it in vain.
  if (isCall && !isJson(String(form.get('0') ?? ''))) return 400
  for (const [name, value] of fields) {
    // The bytes of a file are bounded by its route.
    if (typeof value !== 'string' && takesFiles) continue
    if (typeof value !== 'string') return 400
    const isOurs = isCall || name.startsWith('$ACTION')
    if (name.length > NAME_LENGTH || (!isOurs && value.length > TEXT_LENGTH)) return 413
    const [reference] = ROW.exec(name) ?? []
    if (reference && !isWholeRow(value, (row) => form.has(reference + row))) return 400
  }
  return isCall || fields.some(([name]) => name.startsWith('$ACTION_')) ? null : 400
}

/**
 * Whether the framework can put a row of its own together: data whose references lead to rows that
 * are there. It would find out only after the action has been done.
 */
function isWholeRow(text: string, isThere: (row: string) => boolean): boolean {
  let isWhole = true
  const check = (_key: string, value: unknown) => {
    if (typeof value !== 'string' || !/^\$(?!\$|undefined$)/.test(value)) return value
    const [, row] = /^\$@?([0-9a-f]+)$/.exec(value) ?? []
    if (row === undefined || !isThere(row)) isWhole = false
    return value
  }
  try {
    JSON.parse(text, check)
  } catch {
    return false
  }
  return isWhole
}

/** What the framework's router sends instead of a form: the arguments of an action. */
function callRefusal(body: Buffer): FormRefusal | null {
  return isJson(body.toString('utf8')) ? null : 400
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A request like this one, whose body has arrived. */
function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } =
    request
  const copy = new IncomingMessage(request.socket)
  const version = { httpVersion, httpVersionMajor, httpVersionMinor }
  Object.assign(copy, { method, url, headers, rawHeaders, ...version, complete: true })
  copy.push(body)
  copy.push(null)
  return copy
}
