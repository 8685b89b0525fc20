export type Cell = string | number | null
export type Row = Record<string, Cell>

/** Prints rows under their column names; numbers stand to the right. */
export function printTable(title: string, rows: Row[]): void {
  console.log(`\n${title}`)
  const [first] = rows
  if (!first) return
  const names = Object.keys(first)
  const widths = names.map((name) =>
    Math.max(name.length, ...rows.map((row) => text(row[name]).length)),
  )
  const line = (cells: Cell[]) =>
    cells
      .map((cell, n) => {
        const width = widths[n] ?? 0
        return typeof cell === 'number' ? text(cell).padStart(width) : text(cell).padEnd(width)
      })
      .join('  ')
      .trimEnd()
  console.log(`  ${line(names)}`)
  for (const row of rows) console.log(`  ${line(names.map((name) => row[name] ?? null))}`)
}

const text = (cell: Cell | undefined) => (cell === null || cell === undefined ? '–' : String(cell))
