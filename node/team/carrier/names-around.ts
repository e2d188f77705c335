import type { FolderThread, StartThread } from './start-folder-thread'

/** Milliseconds for all folders together: a window waits for the answer. */
const LIMIT = 1_500

/** Hidden names of folders, by their paths. */
export type Names = ReadonlyMap<string, readonly string[]>

export interface NamesAround {
  /** Of those folders that answered in time, in the order in which they are handed in; the rest is left out. */
  readonly of: (folders: readonly string[]) => Promise<Names>
  /** Threads that hang: node waits for them when it ends. */
  readonly stuck: () => number
}

/** Reads names in a thread, since a folder above may be a share that is dead: that must not hold up a start. */
export function namesAround(start: StartThread, limit = LIMIT): NamesAround {
  const hanging = new Set<FolderThread>()
  return {
    of: (folders) =>
      new Promise((resolve) => {
        const found = new Map<string, readonly string[]>()
        const left = [...folders]
        let asked: string | undefined
        let isOver = false
        const over = (isHanging: boolean) => {
          if (isOver) return
          isOver = true
          clearTimeout(timer)
          if (isHanging) hanging.add(thread)
          thread.end()
          resolve(found)
        }
        const next = () => {
          asked = left.shift()
          if (asked === undefined) over(false)
          else thread.ask({ call: 'hiddenNames', path: asked })
        }
        const thread = start(
          {
            answered: (answer) => {
              if (answer.answer === 'alive' || answer.answer === 'hint' || isOver) return
              if (answer.answer === 'result' && answer.result.ok && asked !== undefined)
                found.set(asked, namesIn(answer.result.value))
              next()
            },
            ended: () => {
              hanging.delete(thread)
              over(false)
            },
          },
          false,
        )
        const timer = setTimeout(() => {
          over(true)
        }, limit)
        next()
      }),
    stuck: () => hanging.size,
  }
}

const namesIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((name) => typeof name === 'string') : []
