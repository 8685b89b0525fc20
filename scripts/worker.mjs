import { install } from './install.mjs'
import { launch } from './launch.mjs'

await install()
launch(['scripts/worker.ts'], { NODE_ENV: 'production' })
