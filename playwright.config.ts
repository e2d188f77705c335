import { defineConfig } from '@playwright/test'

/** `npm run test:long` sets it: tests with the tag @long run, too. */
const isLong = Boolean(process.env.ZHIKE_TEST_LONG)

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  ...(isLong ? {} : { grepInvert: /@long/ }),
  globalSetup: './tests/e2e/support/global-setup.ts',
  outputDir: 'test-results',
  // No test is about speed: a machine that is slower and busier has to be given its time.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
})
