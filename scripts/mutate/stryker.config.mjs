// npm run mutate: changes the merge core in small ways, one at a time, and looks whether a test notices.
// docs/decisions/023-mutation-testing.md says why, docs/RELIABILITY.md what came of it.

/** The merge core: what decides what two computers make of the same changes. */
const core = [
  'chain',
  'check-change',
  'compare-ends',
  'crc32',
  'cursor',
  'dot',
  'entity-state',
  'fold',
  'frame',
  'make-edits',
  'order-key',
  'payload',
  'read-edit',
  'segment',
  'values-of',
].map((name) => `shared/store/${name}.ts`)

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/mutate/vitest.config.mjs', related: false },
  mutate: core,
  // Only what the tests of the core need is copied.
  ignorePatterns: [
    '**',
    '!shared/**',
    '!node/**',
    '!scripts/**',
    '!tests/{unit,property,support}/**',
    '!*.{json,ts}',
  ],
  tempDirName: '.cache/mutate',
  incremental: true,
  incrementalFile: '.cache/mutate.json',
  // One at a time: others work on this computer, too.
  concurrency: 1,
  timeoutMS: 10_000,
  timeoutFactor: 3,
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: 'out/mutate/report.json' },
  htmlReporter: { fileName: 'out/mutate/index.html' },
  thresholds: { high: 95, low: 90, break: 95 },
}
