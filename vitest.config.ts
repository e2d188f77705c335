import { defineConfig } from 'vitest/config'

function project(name: string, timeout: number) {
  return {
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      environment: 'node',
      testTimeout: timeout,
      globalSetup: ['tests/support/built.ts'],
    },
  }
}

export default defineConfig({
  test: {
    projects: [
      project('unit', 20_000),
      project('property', 60_000),
      project('contract', 60_000),
      project('looks', 60_000),
      project('long', 1_800_000),
    ],
  },
})
