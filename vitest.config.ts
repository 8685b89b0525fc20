import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const outside = ['node_modules/**', '.next*/**', '.data/**', 'e2e/**', 'test-results/**']

export default defineConfig({
  resolve: {
    alias: {
      '@': here('.'),
      // Outside Next the package throws on purpose; its empty twin lets server code be tested.
      'server-only': here('node_modules/next/dist/compiled/server-only/empty.js'),
    },
  },
  test: {
    allowOnly: false,
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...outside, '**/*.db.test.ts'],
          setupFiles: 'lib/testing/no-database.ts',
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: outside,
          globalSetup: 'lib/testing/postgres.ts',
          setupFiles: 'lib/testing/database.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
