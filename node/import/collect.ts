import type { SheetRow, SourceFile, SourceNote, SourceSheet } from '../../shared/import/cell'
import { assertNever } from '../../shared/kernel/assert-never'
import type { ReadEvent } from './read-source'

/** Puts a file together again out of what its reading tells. */
export function collector() {
  const sheets: SourceSheet[] = []
  const notes: SourceNote[] = []
  let begun: Extract<ReadEvent, { event: 'sheet' }>['sheet'] | null = null
  let rows: SheetRow[] = []
  return {
    take: (event: ReadEvent): void => {
      switch (event.event) {
        case 'sheet':
          begun = event.sheet
          rows = []
          return
        case 'rows':
          for (const row of event.rows) rows.push(row)
          return
        case 'sheetEnd':
          if (begun) sheets.push({ ...begun, ...event.end, rows })
          begun = null
          return
        case 'note':
          notes.push(event.note)
          return
        default:
          assertNever(event)
      }
    },
    file: (): SourceFile => ({ sheets, notes }),
  }
}
