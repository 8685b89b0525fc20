import { defineConfig } from 'prisma/config'

/** The commands of the Prisma CLI need only the schema; migrations are applied by scripts/migrate.ts. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
