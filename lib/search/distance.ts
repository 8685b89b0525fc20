/** How many slips of the finger lie between two words: a letter too many, missing, wrong or swapped. */
export function slips(a: string, b: string): number {
  let [before, above]: [number[], number[]] = [
    [],
    Array.from({ length: b.length + 1 }, (_, i) => i),
  ]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        at(above, j) + 1,
        at(row, j - 1) + 1,
        at(above, j - 1) + same,
        swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    ;[before, above] = [above, row]
  }
  return at(above, b.length)
}

/** How many slips a word of this length is forgiven: short words have too many neighbours. */
export function forgiven(word: string): number {
  return word.length < 5 ? 0 : word.length < 8 ? 1 : 2
}

/** A word and what is left when one letter goes: words one slip apart have one of these in common. */
export function neighbours(word: string): string[] {
  const shorter = [...word].map((_, index) => word.slice(0, index) + word.slice(index + 1))
  return [...new Set([word, ...shorter])]
}

function at(row: number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
