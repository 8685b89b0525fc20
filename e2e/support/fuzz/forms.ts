import { type Token, tokens } from '@/server/tokens'

export interface Field {
  name: string
  type: string
  /** What it may hold as the page offers it; empty for what is typed. */
  values: string[]
}

/** A form with a server action, as a page showed it to somebody. */
export interface Form {
  path: string
  cookie: string
  fields: Field[]
}

/** The forms of a page that are sent to an action. */
export async function formsOf(origin: string, path: string, cookie: string): Promise<Form[]> {
  const answer = await fetch(origin + path, { headers: { cookie }, redirect: 'manual' })
  if (answer.status !== 200) return []
  const forms: Form[] = []
  let open: Form | null = null
  let choice = ''
  for (const token of tokens(await answer.text())) {
    if (token.type === 'end' && /^<\/form/i.test(token.html)) open = null
    if (token.type !== 'start') continue
    if (token.name === 'form' && attribute(token, 'method').toUpperCase() === 'POST') {
      open = { path, cookie, fields: [] }
      forms.push(open)
    }
    if (!open) continue
    const name = attribute(token, 'name')
    if (token.name === 'select') choice = name
    if (token.name === 'option') add(open, choice, 'option', attribute(token, 'value'))
    if (/^(?:input|textarea|button)$/.test(token.name) && name) {
      const type = token.name === 'input' ? attribute(token, 'type') || 'text' : token.name
      add(open, name, type, attribute(token, 'value'))
    }
  }
  return forms
}

function add({ fields }: Form, name: string, type: string, value: string): void {
  const known = fields.find((field) => field.name === name)
  if (known) known.values.push(value)
  else fields.push({ name, type, values: value === '' && type !== 'hidden' ? [] : [value] })
}

function attribute({ attributes }: Extract<Token, { type: 'start' }>, name: string): string {
  return (attributes.get(name) ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
