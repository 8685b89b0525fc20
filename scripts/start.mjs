import { install } from './install.mjs'
import { launch } from './launch.mjs'

const dev = process.argv.includes('--dev')

await install()
launch(['scripts/run.ts', ...(dev ? ['--dev'] : [])], {
  NODE_ENV: dev ? 'development' : 'production',
  NEXT_TELEMETRY_DISABLED: '1',
})
