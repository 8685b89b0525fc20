import { translator } from '@/lib/i18n/translator'
import { CLASSES } from '@/lib/manifest/column'
import { ENTRIES, MANIFEST } from '@/lib/manifest/manifest'
import { AS_A_WHOLE } from '@/lib/manifest/ours'
import { KEPT, OF_NOBODY } from '@/lib/retention/rules'

const HEAD = `# What is kept: every column

Made by \`npm run docs\` from \`lib/manifest\` and \`lib/retention/rules.ts\`; do not edit it here. A test
fails when it differs from what would be made, when a column of the database has no entry, and when
something is still there after its time (\`lib/retention/words.db.test.ts\`, with the clock moved on).

What people see of it is the page "Privacy" (\`/en/privacy\`): the sentences below are its own. How to
answer somebody who asks what is kept of them, or asks to be erased: [operating.md](operating.md#what-is-kept-of-whom).`

/** The text of docs/data.md. */
export function dataDocument(): string {
  const parts = [HEAD, classes(), terms(), ...Object.keys(MANIFEST).map(tableSection), wholes()]
  return `${parts.join('\n\n')}\n`
}

function classes(): string {
  const lines = Object.entries(CLASSES).map(([name, meaning]) => `- **${name}**: ${meaning}.`)
  return ['## Classes', lines.join('\n')].join('\n\n')
}

function terms(): string {
  const t = translator('en')
  const shown = KEPT.map(({ key, values, by }) => {
    const sentence = t(`privacy.kept.${key}`, values as Record<string, number>)
    return [key, `${t(`privacy.term.${key}`)}. ${sentence}`, by && `\`${by}\``]
  })
  const others = Object.entries(OF_NOBODY).map(([key, { long, by }]) => [key, long, `\`${by}\``])
  const rows = table(['kept', 'how long', 'deleted by'], [...shown, ...others])
  return ['## How long', rows].join('\n\n')
}

function tableSection(name: string): string {
  const rows = ENTRIES.filter((entry) => entry.table === name).map(({ column, of, why, kept }) => [
    `\`${column}\``,
    of,
    why,
    kept,
  ])
  return [`## ${name}`, MANIFEST[name]?.what, table(['column', 'class', 'why', 'kept'], rows)].join(
    '\n\n',
  )
}

function wholes(): string {
  const lines = Object.entries(AS_A_WHOLE).map(([name, what]) => `- \`${name}\`: ${what}.`)
  return ['## Tables of the tools', lines.join('\n')].join('\n\n')
}

/** A table as the formatter of the repository leaves it: every column as wide as its widest cell. */
function table(head: string[], rows: string[][]): string {
  const cells = [head, ...rows].map((row) => row.map(plain))
  const widths = head.map((_, column) =>
    Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [first = [], ...rest] = cells
  const rule = widths.map((width) => '-'.repeat(width))
  return [first, rule, ...rest].map(line).join('\n')
}

// No-break spaces and bars would tear the table.
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('|', '\\|')
}
