import { buildIfStale } from '../../scripts/build-if-stale.mjs'

/** Tests may run the command line and the PDF worker: both are built when their sources are newer. */
export default async function buildWhatTestsRun(): Promise<void> {
  await buildIfStale('node')
}
