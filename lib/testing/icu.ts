/** What a message asks for and how it varies. */
export interface Anatomy {
  /** Names of its placeholders. */
  names: Set<string>
  /** Names of its tags. */
  tags: Set<string>
  /** For each plural in it, the categories that are worded, `=0` and the like left out. */
  plurals: string[][]
}

const TAG = /<(\w+)>/y
const HEAD = /\s*(\w+)\s*(?:,\s*(\w+)\s*)?,?/y
const OPTION = /\s*(=?\w+)\s*\{/y

/** Takes an ICU message apart. Throws where a brace is missing. */
export function anatomyOf(message: string): Anatomy {
  const anatomy: Anatomy = { names: new Set(), tags: new Set(), plurals: [] }
  if (readText(message, 0, anatomy) < message.length) throw new Error(`a } too many: ${message}`)
  return anatomy
}

/** Reads up to the brace that closes the text and answers where that is. */
function readText(message: string, start: number, anatomy: Anatomy): number {
  let at = start
  while (at < message.length && message[at] !== '}') {
    const tag = match(TAG, message, at)?.[1]
    if (tag) anatomy.tags.add(tag)
    at = message[at] === '{' ? readPlaceholder(message, at + 1, anatomy) : at + 1
  }
  return at
}

/** Reads what follows an opening brace and answers the place behind the closing one. */
function readPlaceholder(message: string, start: number, anatomy: Anatomy): number {
  const [head = '', name, kind] = match(HEAD, message, start) ?? []
  if (!name) throw new Error(`a { without a name: ${message}`)
  anatomy.names.add(name)
  let at = start + head.length
  const categories: string[] = []
  for (let option = match(OPTION, message, at); option; option = match(OPTION, message, at)) {
    const [opening, category = ''] = option
    categories.push(category)
    at = readText(message, at + opening.length, anatomy) + 1
  }
  if (kind === 'plural') anatomy.plurals.push(categories.filter((name) => !name.startsWith('=')))
  if (message[at] !== '}') throw new Error(`a } is missing: ${message}`)
  return at + 1
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
