import type { Page } from '@playwright/test'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { copyComputer, type Computer } from '../../e2e/support/computer'
import { pageIsThere, Zhike } from '../../e2e/support/zhike'
import type { BenchContext } from '../harness/group'
import { seedFolder } from '../harness/seeds'

/** Milliseconds that anything may take; nothing here is about patience. */
export const LONG_MS = 900_000

export const computerAt = (place: string): Computer => {
  const computer = { profile: join(place, 'profile'), dataFolder: join(place, 'data') }
  mkdirSync(computer.profile, { recursive: true })
  return computer
}

/** The program on these folders, with 工作台 before the person. */
export async function opened(computer: Computer): Promise<Zhike> {
  const zhike = await Zhike.start(computer)
  await pageIsThere(zhike.page, { timeout: LONG_MS })
  return zhike
}

/** Waits until the lists are in memory, so that the search box answers at once. */
export async function listsReady(zhike: Zhike): Promise<void> {
  await zhike.press('Control+k')
  await zhike.page.keyboard.type('示例')
  await zhike.page.getByRole('option').first().waitFor({ timeout: LONG_MS })
  await zhike.press('Escape')
}

/**
 * Opens a made-up folder for the first time, so that its working copy is built. `building`: milliseconds from the loading of the
 * window's page until 工作台 is there.
 */
export async function buildHome(
  context: BenchContext,
  records: number,
  computer: Computer,
): Promise<{ readonly zhike: Zhike; readonly building: number }> {
  seedFolder(context, records, computer.dataFolder)
  context.say(`the working copy of ${records} records is built`)
  const zhike = await Zhike.start(computer)
  const building = await zhike.page.evaluate(
    () =>
      new Promise<number>((done) => {
        const look = () => {
          if (document.querySelector('[data-answers] > main:not([aria-busy])')) done(performance.now())
          else setTimeout(look, 10)
        }
        look()
      }),
  )
  return { zhike, building }
}

/** Waits until the lists are kept as one image, which the window does when nobody has asked for anything for a while. */
async function listsKept(page: Page): Promise<void> {
  const isKept = () =>
    page.evaluate(async () => {
      const asked = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => {
            resolve(request.result)
          }
          request.onerror = () => {
            reject(new Error(String(request.error)))
          }
        })
      for (const { name = '' } of await indexedDB.databases()) {
        const db = await asked(indexedDB.open(name))
        const blocks = db.objectStoreNames.contains('lineBlocks')
          ? await asked(db.transaction('lineBlocks').objectStore('lineBlocks').count(0))
          : 0
        db.close()
        if (blocks > 0) return true
      }
      return false
    })
  for (const until = performance.now() + 60_000; performance.now() < until && !(await isKept());)
    await page.waitForTimeout(2000)
}

/** A computer with so many records, as it stands after it was opened once; copied from one that this run has made before. */
export async function largeHome(context: BenchContext, records: number, place: string): Promise<Computer> {
  const kept = computerAt(join(context.shared, `home-${records}`))
  if (!existsSync(kept.dataFolder)) {
    const { zhike } = await buildHome(context, records, kept)
    await listsKept(zhike.page)
    await zhike.close()
  }
  const computer = computerAt(place)
  copyComputer(kept, computer)
  return computer
}
