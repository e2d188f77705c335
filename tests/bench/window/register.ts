import type { Page } from '@playwright/test'

/**
 * Jumps to places all over the open register: milliseconds from the scroll event until the lines there stand on the page with
 * everything they show. What a frame takes to be drawn comes on top.
 */
export function jumps(page: Page, count: number): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const grid = document.querySelector<HTMLElement>('[role=grid]')
    const height = grid?.querySelector<HTMLElement>('[role=row]:not([aria-rowindex="1"])')?.offsetHeight
    if (!grid || height === undefined) throw new Error('no register')
    const taken: number[] = []
    for (let jump = 1; jump <= count; jump += 1) {
      const line = Math.floor((((jump * 7919) % 997) / 997) * (grid.scrollHeight / height - 60))
      taken.push(await jumpTo(grid, line, height))
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    return taken

    function jumpTo(grid: HTMLElement, line: number, height: number): Promise<number> {
      return new Promise((done, fail) => {
        setTimeout(() => {
          fail(new Error(`line ${String(line)} does not come`))
        }, 60_000)
        let from = 0
        // Every line that is seen whole below the heads, which are line 1.
        const seen = Math.floor(grid.clientHeight / height) - 1
        const isShown = () => {
          // Up to the first that is not there: a look must cost as little as it can.
          for (let at = line + 2; at < line + 2 + seen; at += 1) {
            const row = grid.querySelector(`[role=row][aria-rowindex="${String(at)}"]`)
            if (!row || row.hasAttribute('aria-busy')) return false
          }
          return true
        }
        const look = () => {
          if (from === 0 || grid.dataset['drawn'] !== 'true' || !isShown()) return
          observer.disconnect()
          done(performance.now() - from)
        }
        const observer = new MutationObserver(look)
        observer.observe(grid, { subtree: true, childList: true, attributes: true })
        const onScroll = () => {
          from = performance.now()
          // Lines that were still drawn from before are there at once.
          setTimeout(look)
        }
        grid.addEventListener('scroll', onScroll, { once: true, capture: true })
        grid.scrollTop = line * height
      })
    }
  }, count)
}

/**
 * What paging by offset takes in the same working copy: a cursor over an index that is moved so many lines on, then a page of lines.
 * Milliseconds.
 */
export function offsetPages(page: Page, count: number, lines: number): Promise<readonly number[]> {
  return page.evaluate(
    async ([count, lines]) => {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
      const name = names.find((each) => /^zhike-[0-9a-f]{32}$/.test(each)) ?? ''
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => {
          resolve(opening.result)
        }
        opening.onerror = () => {
          reject(opening.error ?? new Error('not opened'))
        }
      })
      const taken: number[] = []
      for (let jump = 1; jump <= count; jump += 1) {
        const from = performance.now()
        await pageAt(database, Math.floor((((jump * 7919) % 997) / 997) * (lines - 60)))
        taken.push(performance.now() - from)
      }
      database.close()
      return taken

      function pageAt(database: IDBDatabase, offset: number): Promise<void> {
        return new Promise((resolve, reject) => {
          const cursors = database.transaction('records').objectStore('records').openCursor()
          let left = 60
          let isThere = offset === 0
          cursors.onsuccess = () => {
            const cursor = cursors.result
            if (!cursor || left === 0) {
              resolve()
            } else if (!isThere) {
              isThere = true
              cursor.advance(offset)
            } else {
              left -= 1
              cursor.continue()
            }
          }
          cursors.onerror = () => {
            reject(cursors.error ?? new Error('not read'))
          }
        })
      }
    },
    [count, lines] as const,
  )
}
