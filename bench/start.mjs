import { install } from '../scripts/install.mjs'
import { launch } from '../scripts/launch.mjs'

/*
 * npm run bench                                  everything, on a million listings
 * npm run bench -- queries http                  some parts
 * npm run bench -- queries --listings=20000      on fewer listings, of which a tenth is public
 *
 * bench/run.ts lists the parts. Figures: docs/performance.md.
 */
await install()
launch(['bench/run.ts', ...process.argv.slice(2)], {
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  QADAM_DIST_DIR: '.next-test',
})
