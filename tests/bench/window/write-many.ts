import type { Page } from '@playwright/test'
import type { Bridge } from '../../../shared/ipc/contract'

declare const window: Window & { readonly zhike: Bridge }

/** Changes in a save. */
const EACH = 100

/**
 * Writes changes of records that are there, a hundred in a save, and a new record as the last of them: as saves are, without drawing
 * them. Throws what was refused.
 */
export async function writeMany(page: Page, changes: number): Promise<void> {
  const refused = await page.evaluate(
    async ([changes, each]) => {
      const { call } = window.zhike
      const ends = await call('journal:ends', null)
      const [first] = ends.ok ? [...ends.value].sort((a, b) => b.seq - a.seq) : []
      if (first === undefined) return 'no journal'
      interface Stored {
        readonly change: { readonly entity: { readonly kind: string; readonly id: string } }
      }
      // Of the first page in which records are: a large firm's journal begins with thousands of customers.
      let stored: readonly Stored[] = []
      for (
        let after = 0;
        after < first.seq && !stored.some(({ change }) => change.entity.kind === 'record');
        after += 2000
      ) {
        const read = await call('journal:read', { writer: first.writer, after, limit: 2000 })
        if (!read.ok) return read.error.type
        const lines = read.value.split('\n').filter((line) => line !== '')
        stored = lines.map((line) => JSON.parse(line) as Stored)
      }
      const ids = [
        ...new Set(
          stored
            .map(({ change }) => change.entity)
            .filter(({ kind }) => kind === 'record')
            .map(({ id }) => id),
        ),
      ]
      const last = stored.map(({ change }) => change).find(({ entity }) => entity.kind === 'record')
      const newOne = (change: object) => {
        const { edits } = change as { readonly edits: readonly object[] }
        return { entity: { kind: 'record', id: crypto.randomUUID() }, edits }
      }
      for (let at = 0; at < changes; at += each) {
        const some = Array.from({ length: Math.min(each, changes - at) }, (_, i) => {
          const n = at + i
          if (n === changes - 1 && last !== undefined) return newOne(last)
          const id = ids[n % ids.length] ?? ''
          return {
            entity: { kind: 'record', id },
            edits: [{ op: 'set', path: ['remark'], value: `补记 ${String(n)}`, over: [] }],
          }
        })
        const done = await call('journal:append', { changes: some as never })
        if (!done.ok) return JSON.stringify(done.error)
      }
      return null
    },
    [changes, EACH] as const,
  )
  if (refused !== null) throw new Error(`not written: ${refused}`)
}

/** The newest changes of the writer that has written most lately into this journal, as texts of JSON lines. */
export function newestChanges(page: Page, count: number): Promise<readonly string[]> {
  return page.evaluate(async (count) => {
    const { call } = window.zhike
    const start = await call('app:start', null)
    const ends = await call('journal:ends', null)
    if (!start.ok || !ends.ok) throw new Error('no journal')
    const own = ends.value.find(({ writer }) => writer === start.value.writer)
    if (!own) throw new Error('nothing was written here')
    const texts: string[] = []
    for (let after = Math.max(0, own.seq - count); after < own.seq; after += 2000) {
      const read = await call('journal:read', { writer: own.writer, after, limit: 2000 })
      if (!read.ok) throw new Error(read.error.type)
      texts.push(read.value)
    }
    return texts
  }, count)
}

/** Waits until the open register of all forms has so many lines. */
export async function registerShows(page: Page, records: number): Promise<void> {
  await page
    .locator(`[role=grid][aria-rowcount="${String(records + 1)}"]`)
    .waitFor({ state: 'attached', timeout: 600_000 })
}
