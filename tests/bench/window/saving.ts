import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Zhike } from '../../e2e/support/zhike'
import { pace } from '../harness/contest'
import type { BenchContext } from '../harness/group'
import { contestRow, type Row } from '../harness/row'

/** Bytes that a save of one text appends. */
const SAVE_BYTES = 600

/** Saves that come before those that are measured; the slowest of them is told by itself. */
const WARM_UP = 5

/** Each save is followed by a raw one of as many bytes, on the same disk. */
export async function saving(
  zhike: Zhike,
  { quick, scratch }: BenchContext,
  form: string,
  size: string,
): Promise<readonly Row[]> {
  await zhike.openForm(form)
  await zhike.save()
  const file = await open(join(scratch, `raw-${size}`), 'ax')
  const raw: number[] = []
  const bytes = new Uint8Array(SAVE_BYTES).fill(1)
  const writeRaw = async (): Promise<void> => {
    const from = performance.now()
    await file.write(bytes)
    await file.datasync()
    raw.push(performance.now() - from)
  }
  const first = await saves(zhike.page, WARM_UP, writeRaw)
  raw.length = 0
  const own = await saves(zhike.page, quick ? 10 : 100, writeRaw)
  await file.close()
  const than = 'raw append + flush'
  const saved = { size, unit: 'ms' } as const
  return [
    contestRow(
      {
        ...saved,
        id: 'save',
        title: 'saving: Ctrl+S to 已保存',
        own,
        beside: { [than]: raw },
        goals: [
          { goal: 'more', than, most: 5, at: 'median', rank: 'must' },
          { goal: 'more', than, most: 20, at: 'p99', rank: 'must' },
        ],
      },
      pace(),
    ),
    contestRow(
      {
        ...saved,
        id: 'save-first',
        title: `the slowest of the ${WARM_UP} saves before, just after the form was opened`,
        own: [Math.max(...first)],
      },
      pace(),
    ),
  ]
}

/**
 * Milliseconds from the last key to Ctrl+S, and so from a save to the next: spread over the time in which what follows a save (lists,
 * draft) and a draft of what was typed go on, as a person's are.
 */
const pauseBefore = (turn: number): number => 100 + (turn % 10) * 50

/**
 * Milliseconds from Ctrl+S to 已保存 on the screen's page, again and again; the keyboard stands in a text of an open sheet. The keys
 * are let go behind it: a finger stays on them longer than a save takes, and each is a message to the process that saves.
 */
async function saves(page: Page, times: number, each: () => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    await page.keyboard.press('x')
    await page.locator('header [role=status]:not([data-saved])').waitFor()
    await page.waitForTimeout(pauseBefore(turn))
    await page.evaluate(() => {
      const saved = new Promise<number>((done, fail) => {
        setTimeout(() => {
          fail(new Error('not saved'))
        }, 60_000)
        const onKey = (event: KeyboardEvent) => {
          if (event.key !== 's') return
          window.removeEventListener('keydown', onKey, true)
          const from = performance.now()
          const observer = new MutationObserver(() => {
            if (document.querySelector('header [data-saved]') === null) return
            observer.disconnect()
            done(performance.now() - from)
          })
          observer.observe(document.body, { subtree: true, childList: true, attributes: true })
        }
        window.addEventListener('keydown', onKey, true)
      })
      Object.assign(window, { savedAfter: saved })
    })
    // Asked before the keys: no message of this program comes to the page while it saves.
    const saved = page.evaluate(() => (window as unknown as { savedAfter: Promise<number> }).savedAfter)
    await page.keyboard.down('Control')
    await page.keyboard.down('s')
    taken.push(await saved)
    await page.keyboard.up('s')
    await page.keyboard.up('Control')
    await each()
  }
  return taken
}
