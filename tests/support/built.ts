import { buildIfStale } from '../../scripts/build-if-stale.mjs'

/**
 * Tests may run the command line and the PDF worker: both are built when their sources are newer. A build that fails
 * is said and does not stop the tests that need none; `npm test` and `npm run verify` build before any test.
 */
export default async function buildWhatTestsRun(): Promise<void> {
  await buildIfStale('node').catch((error: unknown) => {
    console.error('The command line and the PDF worker could not be built:', String(error).slice(0, 500))
  })
}
