import { defineConfig } from 'vitest/config'
import { unreadFiles } from './unread-files.mjs'

/** The tests of the merge core: fast ones alone, since they run for every single change. */
export default defineConfig({
  test: {
    include: ['tests/unit/shared/store/*.test.ts', 'tests/property/store-fold.test.ts'],
    exclude: ['tests/unit/shared/store/{spec,record-files,replaced,dealt}.test.ts'],
    setupFiles: ['scripts/mutate/setup.mjs'],
    environment: 'node',
    reporters: ['default', unreadFiles],
    testTimeout: 60_000,
  },
})
