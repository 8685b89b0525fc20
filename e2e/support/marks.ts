import { randomInt } from 'node:crypto'

/** What can be traced: a phone, a name, a plate, a message and an address that stand nowhere else. */
export interface Mark {
  phone: string
  name: string
  plate: string
  message: string
  email: string
}

/** Makes marks of one run and knows all that it made. */
export function marker() {
  const run = randomInt(1_000, 9_999)
  const made: Mark[] = []
  return {
    /** A mark that was never made before. */
    next(): Mark {
      const n = String(made.length).padStart(4, '0')
      const mark = {
        phone: `+7701${run}${n.slice(1)}`,
        name: `Зарина-${run}-${n}`,
        plate: `${run} ZRN ${n}`,
        message: `Жду у ворот ${run}/${n}`,
        email: `zarina-${run}-${n}@example.org`,
      }
      made.push(mark)
      return mark
    },
    /** How many there are. */
    count: () => made.length,
    /** The marks, or parts of them, that stand in a text. */
    standingIn(text: string): string[] {
      const lower = text.toLowerCase()
      const found = made.flatMap((mark) => Object.values(mark))
      return found.filter((part) => lower.includes(part.toLowerCase()))
    },
  }
}

export type Marker = ReturnType<typeof marker>

/** Everything of a mark in one text, as somebody writes to a person they trust. */
export function told({ phone, name, plate, message }: Mark): string {
  return `${message}, ${name}, ${plate}, ${phone}`
}
