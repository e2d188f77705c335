import type { FullConfig } from '@playwright/test'
import { buildIfStale } from '../../../scripts/build-if-stale.mjs'
import { describe, findElectron } from '../../../scripts/electron-runtime.mjs'
import { ensureElectronLibraries, ensureTestPrograms } from '../../../scripts/install-system.mjs'
import { startDisplay } from './display'

/**
 * Everything that a window needs: a runtime with its libraries, the built program, and for every worker a display of its
 * own of 1920 × 1080. On one display a window that opens takes the keyboard from the others, which ends what an input
 * method composes there.
 */
export default async function setUp({ workers }: FullConfig): Promise<() => void> {
  const electron = await findElectron()
  console.log(describe(electron))
  const missing = [ensureTestPrograms(), ensureElectronLibraries(electron.path)].filter(
    (text) => text !== null,
  )
  if (missing.length > 0) throw new Error(missing.join('\n'))
  await buildIfStale('all')
  if (process.platform !== 'linux' || process.env.DISPLAY) return () => undefined
  const displays = await Promise.all(Array.from({ length: workers }, startDisplay))
  process.env.DISPLAY = displays[0]?.name
  process.env['ZHIKE_TEST_DISPLAYS'] = displays.map(({ name }) => name).join()
  return () => {
    for (const { end } of displays) end()
  }
}
