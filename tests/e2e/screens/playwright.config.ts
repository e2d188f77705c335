import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

/** `npm run screens`: pictures of every screen in out/screens, for people to look at. No test: nothing is compared. */
export default defineConfig({
  testDir: '.',
  testMatch: 'every-screen.ts',
  globalSetup: '../support/global-setup.ts',
  outputDir: join(import.meta.dirname, '../../../test-results'),
  timeout: 300_000,
  workers: 2,
  fullyParallel: true,
  reporter: 'list',
})
