import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

/**
 * Prisma's own migration engine, from npm as WebAssembly: the command line would download a program
 * first. Gives `work` an engine for the database; closes its connections afterwards.
 */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  work: (engine: glue.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  await loadEngine()
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 })
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(adapterFactory(pool, databaseUrl))
    const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => {}, factory)
    return await work(engine)
  } finally {
    await pool.end()
  }
}

let loaded: Promise<void> | undefined

function loadEngine(): Promise<void> {
  loaded ??= (async () => {
    const require = createRequire(import.meta.url)
    const glueFile = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const bytes = await readFile(glueFile.replace(/\.js$/, '.wasm'))
    const imports = { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports }
    const { instance } = await WebAssembly.instantiate(bytes, imports)
    const bindings: { __wbg_set_wasm?(exports: WebAssembly.Exports): void } = glue
    bindings.__wbg_set_wasm?.(instance.exports)
    const start = instance.exports.__wbindgen_start
    if (typeof start === 'function') start()
    Object.assign(globalThis, {
      PRISMA_WASM_PANIC_REGISTRY: { set_message: (words: string) => console.error(words) },
    })
  })()
  return loaded
}

function adapterFactory(pool: pg.Pool, databaseUrl: string): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => taught(await factory.connect(), pool),
    async connectToShadowDb() {
      const name = `qadam_shadow_${randomUUID().replaceAll('-', '')}`
      await pool.query(`CREATE DATABASE ${name}`)
      const url = new URL(databaseUrl)
      url.pathname = name
      const shadow = new pg.Pool({ connectionString: url.href })
      const adapter = taught(await new PrismaPg(shadow).connect(), shadow)
      return Object.assign(adapter, {
        async dispose() {
          await shadow.end()
          await pool.query(`DROP DATABASE ${name} WITH (FORCE)`)
        },
      })
    },
  }
}

const CHAR_OID = 18
const BPCHAR_OID = 1042
const CHARACTER_COLUMN = 6

type Fields = { fields: { dataTypeID: number }[] }
/** The two inner methods of @prisma/adapter-pg 7.10 that need help. */
type Inner = { performIO(query: SqlQuery): Promise<Fields>; onError(error: unknown): never }

/**
 * @prisma/adapter-pg was made for queries; two things it does break migrations: it refuses the
 * catalogue's "char" columns (any CHECK constraint has one), and it splits scripts at every `;`.
 */
function taught(adapter: SqlDriverAdapter, pool: pg.Pool): SqlDriverAdapter {
  const inner = adapter as unknown as Inner
  const queryRaw = adapter.queryRaw
  adapter.queryRaw = async (query) => {
    let isChar: boolean[] = []
    const once = Object.create(adapter, {
      performIO: {
        async value(asked: SqlQuery) {
          const answer = await inner.performIO(asked)
          isChar = answer.fields.map((field) => field.dataTypeID === CHAR_OID)
          const fields = answer.fields.map((field, i) =>
            isChar[i] ? { ...field, dataTypeID: BPCHAR_OID } : field,
          )
          return { ...answer, fields }
        },
      },
    })
    const result = await queryRaw.call(once, query)
    const columnTypes = result.columnTypes.map((type, i) => (isChar[i] ? CHARACTER_COLUMN : type))
    return { ...result, columnTypes }
  }
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script)
    } catch (error) {
      inner.onError(error)
    }
  }
  return adapter
}
