import { defineConfig } from 'vitest/config'

/** Test files that replace a module, a global or the time zone for everybody in their process: each has one of its own. */
const ALONE = 'tests/**/*.alone.test.{ts,tsx}'

function project(name: string, timeout: number) {
  return {
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      exclude: [ALONE],
      environment: 'node',
      testTimeout: timeout,
      globalSetup: ['tests/support/built.ts'],
      // Files share the processes: reading the product anew for each of them took more time than its tests. What a test
      // replaces in an object or in the clock, it puts back.
      isolate: false,
      restoreMocks: true,
      unstubEnvs: true,
      unstubGlobals: true,
    },
  }
}

export default defineConfig({
  test: {
    // Of two cores Vitest would leave one to itself.
    maxWorkers: '100%',
    projects: [
      project('unit', 20_000),
      { test: { ...project('alone', 60_000).test, include: [ALONE], exclude: [], isolate: true } },
      project('property', 60_000),
      project('contract', 60_000),
      project('looks', 60_000),
      // Played at the lowest priority beside all else: they have as much time as that takes.
      { test: { ...project('histories', 3_600_000).test, execArgv: ['--max-semi-space-size=32'] } },
      project('long', 1_800_000),
    ],
  },
})
