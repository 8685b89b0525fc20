import { install } from './install.mjs'
import { launch } from './launch.mjs'

await install()
launch(['scripts/chore.ts', ...process.argv.slice(2)], { NODE_ENV: 'production' })
