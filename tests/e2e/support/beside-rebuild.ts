import type { Page } from '@playwright/test'

/**
 * What a rebuild and the lists are measured beside, in the same window and run (milliseconds): putting the final records into a
 * table of their own with four indexes, a thousand at a time, and reading all lines once.
 */
export function besideRebuild(page: Page): Promise<{ readonly putting: number; readonly reading: number }> {
  return page.evaluate(async () => {
    type Row = { readonly id: string; readonly line: Uint8Array }
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const working = await answerOf(
      indexedDB.open(names.find((name) => /^zhike-[0-9a-f]{32}$/.test(name)) ?? ''),
    )
    const opening = indexedDB.open('beside')
    opening.onupgradeneeded = () => {
      const made = opening.result.createObjectStore('records', { keyPath: 'id' })
      for (const index of [['updatedAt', 'id'], ['list', 'number'], 'from', 'customer']) {
        made.createIndex(JSON.stringify(index), index)
      }
    }
    const scratch = await answerOf(opening)
    const times = { putting: 0, reading: 0 }
    try {
      for (let last = ''; ;) {
        let from = performance.now()
        const range = IDBKeyRange.lowerBound(last, true)
        const found: readonly Row[] = await answerOf(
          working.transaction('records').objectStore('records').getAll(range, 1000),
        )
        const rows = found.map(({ line }) => JSON.parse(new TextDecoder().decode(line)) as Row)
        times.reading += performance.now() - from
        const end = rows.at(-1)
        if (!end) break
        last = end.id
        from = performance.now()
        const put = scratch.transaction('records', 'readwrite')
        for (const row of rows) put.objectStore('records').put(row)
        await new Promise<void>((resolve, reject) => {
          put.oncomplete = () => {
            resolve()
          }
          put.onerror = () => {
            reject(put.error ?? new Error('not put'))
          }
        })
        times.putting += performance.now() - from
      }
    } finally {
      working.close()
      scratch.close()
      indexedDB.deleteDatabase('beside')
    }
    return { putting: Math.round(times.putting), reading: Math.round(times.reading) }

    function answerOf<T>(request: IDBRequest<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result)
        }
        request.onerror = () => {
          reject(request.error ?? new Error('no answer'))
        }
      })
    }
  })
}
