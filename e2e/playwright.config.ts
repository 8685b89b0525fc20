import { defineConfig, devices } from '@playwright/test'
import { browser } from './support/browser'

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './support/global-setup.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // Once more, for a journey that a busy machine made late: the end of the run names each as flaky.
  retries: 1,
  // Above what a slow machine takes: only a page that never answers comes here.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: await browser(),
    serviceWorkers: 'block',
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    locale: 'ru-RU',
    // Neither a city of ours nor the zone of a server: a time formatted in the wrong zone shows.
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
    trace: 'off',
  },
  projects: [
    { name: 'javascript', testMatch: '**/*.spec.ts', testIgnore: '**/*.after.spec.ts' },
    {
      name: 'no-javascript',
      testMatch: '**/*.both.spec.ts',
      use: { javaScriptEnabled: false },
    },
    {
      name: 'afterwards',
      testMatch: '**/*.after.spec.ts',
      dependencies: ['javascript', 'no-javascript'],
    },
  ],
})
