import type { ReadOptions } from '../../node/import/reader'
import type { SourceFile } from '../../shared/import/cell'
import type { SourceRefusal } from '../../shared/import/refusal'
import type { TablesRead } from '../../shared/ipc/import'
import { ok, type Result } from '../../shared/kernel/result'

/** Filled cells that are handed to the window at once: some hundredths of a second. */
const CELLS_AT_ONCE = 20_000
/** Milliseconds between two words on how far it is. */
const TOLD = 100

export type ReadTables = (
  source: string | Uint8Array,
  options: Pick<ReadOptions, 'signal' | 'progress'>,
) => Promise<Result<SourceFile, SourceRefusal>>

/** The one file of tables that is being read, or was read last: held here, handed over in parts. */
export interface TablesDesk {
  readonly read: (name: string, source: string | Uint8Array) => Promise<Result<TablesRead, SourceRefusal>>
  /** JSON of the next rows of a sheet. */
  readonly rows: (sheet: number, after: number) => string
  readonly stop: () => void
}

export function tablesDesk(
  readTables: ReadTables,
  tell: (rows: number) => void,
  now: () => number,
): TablesDesk {
  let reading: AbortController | null = null
  let held: SourceFile | null = null

  const stop = () => {
    reading?.abort()
    reading = null
    held = null
  }

  return {
    stop,
    read: async (name, source) => {
      stop()
      const own = new AbortController()
      reading = own
      let told = now()
      const read = await readTables(source, {
        signal: own.signal,
        progress: (rows) => {
          if (now() - told < TOLD) return
          told = now()
          tell(rows)
        },
      })
      // Another file is being read by now: this one was ended.
      if (!read.ok || reading !== own) return read.ok ? { ok: false, error: { type: 'Cancelled' } } : read
      held = read.value
      const sheets = read.value.sheets.map(({ rows, ...sheet }) => ({ ...sheet, filled: rows.length }))
      return ok({ name, sheets, notes: read.value.notes })
    },
    rows: (sheet, after) => {
      const rows = held?.sheets[sheet]?.rows ?? []
      let end = after
      for (let cells = 0; end < rows.length && cells < CELLS_AT_ONCE; end++)
        cells += rows[end]?.cells.length ?? 0
      return JSON.stringify(rows.slice(after, end))
    },
  }
}
