import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { dataDocument } from '@/lib/manifest/document'

/** `npm run docs`: writes the documents that are made from code. */
writeFileSync(resolve(import.meta.dirname, '../docs/data.md'), dataDocument())
console.log('docs/data.md')
