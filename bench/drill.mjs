import { install } from '../scripts/install.mjs'
import { launch } from '../scripts/launch.mjs'

/*
 * npm run drill                        every failure, one after the other, in about half an hour
 * npm run drill -- postgres slow       some of them
 * npm run drill -- postgres --seconds=60 --every=15 --requests=2000 --listings=20000
 *
 * bench/drill/run.ts lists them. What is expected and what was seen: docs/drill.md.
 */
await install()
launch(['bench/drill/run.ts', ...process.argv.slice(2)], {
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  QADAM_DIST_DIR: '.next-test',
})
